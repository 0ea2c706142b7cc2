package dev.litellm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import dev.litellm.auth.AuthScheme;
import dev.litellm.auth.Authorizers;
import dev.litellm.auth.TokenClient;
import dev.litellm.call.Settings;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.mock.MockDialect;
import dev.litellm.engine.AttemptListener;
import dev.litellm.engine.Engine;
import dev.litellm.engine.LlmInterceptor;
import dev.litellm.engine.RetryRules;
import dev.litellm.engine.SpringRetryRules;
import dev.litellm.provider.Auth;
import dev.litellm.provider.ModelNames;
import dev.litellm.provider.ModelTable;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.routing.FallbackRule;
import dev.litellm.routing.InvalidConfigurationException;
import dev.litellm.routing.ModelEntry;
import dev.litellm.routing.ProxyRule;
import dev.litellm.routing.Router;
import dev.litellm.routing.RoutingTable;
import dev.litellm.transport.Connectors;
import dev.litellm.transport.HttpSettings;
import dev.litellm.transport.ReactorConnectors;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WebClientTransport;

/**
 * Builder of an {@link LlmClient}; not thread-safe.
 *
 * @since 0.1.0
 */
public final class LlmClientBuilder {

	private Providers providers = Providers.builtIn().with(Provider.within(MockDialect.NAME, MockDialect.NAME));

	private Function<String, @Nullable String> environment = (name) -> null;

	private @Nullable String defaultModel;

	private final Map<String, String> aliases = new LinkedHashMap<>();

	private final List<ModelEntry> models = new ArrayList<>();

	private final Map<String, String> tasks = new LinkedHashMap<>();

	private final List<FallbackRule> fallbacks = new ArrayList<>();

	private int maxFallbacks = RoutingTable.MAX_FALLBACKS;

	private ProxyRule proxy = ProxyRule.none();

	private Settings settings = Settings.none();

	private HttpSettings http = HttpSettings.defaults();

	private @Nullable Connectors connectors;

	private @Nullable Transport transport;

	private final Map<String, Dialect> dialects = new LinkedHashMap<>();

	private final Map<String, AuthScheme> schemes = new LinkedHashMap<>();

	private RetryRules retryRules = new SpringRetryRules(() -> ThreadLocalRandom.current().nextLong());

	private final List<LlmInterceptor> interceptors = new ArrayList<>();

	private final List<AttemptListener> listeners = new ArrayList<>();

	private ObservationRegistry observations = ObservationRegistry.NOOP;

	private ModelTable modelFacts = ModelTable.builtIn();

	private Clock clock = Clock.systemUTC();

	LlmClientBuilder() {
	}

	LlmClientBuilder(LlmClientBuilder other) {
		this.providers = other.providers;
		this.environment = other.environment;
		this.defaultModel = other.defaultModel;
		this.aliases.putAll(other.aliases);
		this.models.addAll(other.models);
		this.tasks.putAll(other.tasks);
		this.fallbacks.addAll(other.fallbacks);
		this.maxFallbacks = other.maxFallbacks;
		this.proxy = other.proxy;
		this.settings = other.settings;
		this.http = other.http;
		this.connectors = other.connectors;
		this.transport = other.transport;
		this.dialects.putAll(other.dialects);
		this.schemes.putAll(other.schemes);
		this.retryRules = other.retryRules;
		this.interceptors.addAll(other.interceptors);
		this.listeners.addAll(other.listeners);
		this.observations = other.observations;
		this.modelFacts = other.modelFacts;
		this.clock = other.clock;
	}

	/**
	 * Set up a provider: one that the library knows, or one of the application's own.
	 * @param name the name that stands before the slash in {@code provider/model}
	 * @param change sets the provider up
	 * @return this
	 */
	public LlmClientBuilder provider(String name, Consumer<ProviderSpec> change) {
		ProviderSpec spec = new ProviderSpec(name, this.providers.get(name));
		change.accept(spec);
		Provider built = spec.build();
		OwnNames.checkAddress(built, this.providers.get(name));
		this.providers = this.providers.with(built);
		return this;
	}

	/**
	 * Set where environment variables are looked up, for keys and base URLs that are not
	 * set here. Without this, none are.
	 * @param environment returns a variable's value, or null; {@code System::getenv} or
	 * Spring's {@code Environment::getProperty}
	 * @return this
	 */
	public LlmClientBuilder environment(Function<String, @Nullable String> environment) {
		this.environment = environment;
		return this;
	}

	/**
	 * Set the model of calls that name none.
	 * @param model the model
	 * @return this
	 */
	public LlmClientBuilder defaultModel(String model) {
		this.defaultModel = model;
		return this;
	}

	public LlmClientBuilder alias(String alias, String model) {
		this.aliases.put(alias, model);
		return this;
	}

	/**
	 * Add a deployment to a group of models.
	 * @param entry the deployment
	 * @return this
	 */
	public LlmClientBuilder model(ModelEntry entry) {
		this.models.add(entry);
		return this;
	}

	/**
	 * Set the model of a task.
	 * @param task the task's name
	 * @param model the model
	 * @return this
	 */
	public LlmClientBuilder task(String task, String model) {
		this.tasks.put(task, model);
		return this;
	}

	/**
	 * Say where calls go when a model fails.
	 * @param model the failing model, or {@code *} for every model without a rule
	 * @param to the models to go to, in order
	 * @return this
	 */
	public LlmClientBuilder fallback(String model, String... to) {
		return fallback(FallbackRule.of(model, to));
	}

	public LlmClientBuilder fallback(FallbackRule rule) {
		this.fallbacks.add(rule);
		return this;
	}

	public LlmClientBuilder maxFallbacks(int maxFallbacks) {
		this.maxFallbacks = maxFallbacks;
		return this;
	}

	/**
	 * Send every model through a LiteLLM proxy, unless its name says a provider that is
	 * set up here.
	 * @param baseUrl the proxy's base URL
	 * @param apiKey the proxy's key
	 * @return this
	 */
	public LlmClientBuilder proxy(String baseUrl, String apiKey) {
		provider(ProxyRule.PROVIDER, (provider) -> provider.baseUrl(baseUrl).apiKey(apiKey));
		return proxy(ProxyRule.everything());
	}

	/**
	 * Say which models go through the LiteLLM proxy that is set up as provider
	 * {@code litellm_proxy}.
	 * @param proxy the rule
	 * @return this
	 */
	public LlmClientBuilder proxy(ProxyRule proxy) {
		this.proxy = proxy;
		return this;
	}

	/**
	 * Change the timeouts, retries and parameters of all calls.
	 * @param change makes new settings of the present ones
	 * @return this
	 */
	public LlmClientBuilder settings(UnaryOperator<Settings> change) {
		this.settings = change.apply(this.settings);
		return this;
	}

	public LlmClientBuilder http(HttpSettings http) {
		this.http = http;
		return this;
	}

	/**
	 * Set what makes the connectors of WebClient.
	 * @param connectors the maker
	 * @return this
	 */
	public LlmClientBuilder connectors(Connectors connectors) {
		this.connectors = connectors;
		return this;
	}

	/**
	 * Set the way to the network, instead of WebClient.
	 * @param transport the way
	 * @return this
	 */
	public LlmClientBuilder transport(Transport transport) {
		this.transport = transport;
		return this;
	}

	/**
	 * Add a wire format, for providers of the application's own.
	 * @param dialect the format
	 * @return this
	 * @throws dev.litellm.routing.InvalidConfigurationException if there is another of
	 * its name
	 */
	public LlmClientBuilder dialect(Dialect dialect) {
		OwnNames.checkDialect(dialect, spoken().get(dialect.name()));
		this.dialects.put(dialect.name(), dialect);
		return this;
	}

	/**
	 * Add a provider of the application's own that needs no wire format.
	 * @param provider the provider
	 * @return this
	 * @throws dev.litellm.routing.InvalidConfigurationException if there is another of
	 * its name
	 */
	public LlmClientBuilder provider(LlmProvider provider) {
		OwnNames.checkProvider(provider, this.providers.get(provider.name()));
		ProviderDialect dialect = new ProviderDialect(provider);
		this.dialects.put(dialect.name(), dialect);
		this.providers = this.providers.with(Provider.within(provider.name(), dialect.name()).asConfigured());
		return this;
	}

	/**
	 * Add a way in which requests show who sends them, or replace one of the same name.
	 * @param scheme the scheme
	 * @return this
	 */
	public LlmClientBuilder authScheme(AuthScheme scheme) {
		this.schemes.put(scheme.name(), scheme);
		return this;
	}

	public LlmClientBuilder retryRules(RetryRules retryRules) {
		this.retryRules = retryRules;
		return this;
	}

	public LlmClientBuilder interceptor(LlmInterceptor interceptor) {
		this.interceptors.add(interceptor);
		return this;
	}

	public LlmClientBuilder listener(AttemptListener listener) {
		this.listeners.add(listener);
		return this;
	}

	public LlmClientBuilder observationRegistry(ObservationRegistry observations) {
		this.observations = observations;
		return this;
	}

	/**
	 * Say what a model can do, over what the library knows of it: for a model that came
	 * out yesterday, or one whose name says nothing.
	 * @param model a name, or a regular expression that must match the whole name that
	 * the provider has for the model, or {@code provider/name}
	 * @param facts values by name, for example {@code max-output}; false for a fact that
	 * does not hold
	 * @return this
	 * @throws IllegalArgumentException if there is no such fact, or not with this value
	 */
	public LlmClientBuilder modelFacts(String model, Map<String, ?> facts) {
		this.modelFacts = this.modelFacts.with(model, facts);
		return this;
	}

	/**
	 * Set the clock that HTTP dates are held against.
	 * @param clock the clock
	 * @return this
	 */
	public LlmClientBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Make the client, and check that all names lead somewhere; nothing is sent.
	 * @return the client
	 * @throws dev.litellm.routing.InvalidConfigurationException if names contradict each
	 * other or lead nowhere
	 */
	public LlmClient build() {
		Router router = router();
		Map<String, Dialect> spoken = spoken();
		checkSchemes();
		Authorizers authorizers = new Authorizers(schemes(), new TokenClient(transport()), this.clock,
				this.environment);
		Engine engine = new Engine(
				new Engine.Parts(router, spoken, authorizers, transport(), this.retryRules, this.interceptors,
						this.listeners, this.observations, Schedulers.parallel(), this.http.maxResponseSize()));
		return new DefaultLlmClient(engine, router, new LlmClientBuilder(this));
	}

	private Map<String, AuthScheme> schemes() {
		Map<String, AuthScheme> schemes = BuiltIns.schemes();
		schemes.putAll(this.schemes);
		return schemes;
	}

	private void checkSchemes() {
		this.providers.all().stream().filter(Provider::configured).forEach((provider) -> {
			Auth auth = provider.login().auth();
			if (!auth.isKey() && !schemes().containsKey(auth.scheme())) {
				throw new InvalidConfigurationException("litellm.providers." + provider.name() + ".auth",
						"'" + auth.scheme() + "' is unknown",
						"Give bearer, header:NAME (for example header:x-api-key), scheme:WORD, or one of "
								+ new TreeSet<>(schemes().keySet()) + ".");
			}
		});
	}

	/**
	 * Return the names of the providers that the client will know.
	 * @return the library's own and those added here, sorted
	 */
	public SortedSet<String> providers() {
		return this.providers.names();
	}

	/**
	 * Return the names of the wire formats that the client will speak.
	 * @return the library's own and those added here, sorted
	 */
	public SortedSet<String> dialects() {
		SortedSet<String> names = new TreeSet<>(spoken().keySet());
		names.removeIf((name) -> spoken().get(name) instanceof ProviderDialect);
		return names;
	}

	private Map<String, Dialect> spoken() {
		Map<String, Dialect> spoken = BuiltIns.dialects(this.clock, this.modelFacts);
		spoken.putAll(this.dialects);
		return spoken;
	}

	/**
	 * Make the routes from names to deployments, as the client will take them.
	 * @return the routes
	 * @throws dev.litellm.routing.InvalidConfigurationException if names contradict each
	 * other or lead nowhere
	 */
	public Router router() {
		RoutingTable table = new RoutingTable(this.defaultModel, this.aliases, this.models, this.tasks, this.fallbacks,
				this.maxFallbacks, this.proxy, this.settings);
		return new Router(this.providers, ModelNames.builtIn(), table, this.environment);
	}

	private Transport transport() {
		if (this.transport == null) {
			if (this.connectors == null) {
				this.connectors = new ReactorConnectors(this.http);
			}
			this.transport = new WebClientTransport(this.connectors);
		}
		return this.transport;
	}

}
