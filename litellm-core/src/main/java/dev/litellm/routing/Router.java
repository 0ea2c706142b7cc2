package dev.litellm.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Settings;
import dev.litellm.provider.ModelNames;
import dev.litellm.provider.Providers;

/**
 * From a model's name to the route of a call: the deployments of the model, then those of
 * its fallbacks.
 *
 * @since 0.1.0
 */
public final class Router {

	private static final int CACHED = 1000;

	private final Providers providers;

	private final RoutingTable table;

	private final Deployments deployments;

	private final Names names;

	private final Map<String, List<Leg>> routes = new ConcurrentHashMap<>();

	/**
	 * Create a router, and check that the table's names lead somewhere.
	 * @param providers the providers
	 * @param families the families of bare names
	 * @param table what the application says of names
	 * @param environment looks up an environment variable, null for none
	 * @throws InvalidConfigurationException if the table contradicts itself or names what
	 * does not exist
	 */
	public Router(Providers providers, ModelNames families, RoutingTable table,
			Function<String, @Nullable String> environment) {
		this.providers = providers;
		this.table = table;
		this.deployments = new Deployments(environment, table);
		this.names = new Names(providers, families, table, this.deployments);
		new RoutingCheck(table, this.names).run();
	}

	public Providers providers() {
		return this.providers;
	}

	public RoutingTable table() {
		return this.table;
	}

	/**
	 * Return the route of a call.
	 * @param model the name that the caller gave
	 * @param fallbacks the fallbacks that the caller gave, or null for the table's
	 * @return the legs in order, the requested model first
	 * @throws UnknownModelException if a name leads to no provider
	 */
	public List<Leg> route(String model, @Nullable List<String> fallbacks) {
		if (fallbacks != null) {
			return plan(model, fallbacks);
		}
		List<Leg> known = this.routes.get(model);
		if (known != null) {
			return known;
		}
		List<Leg> planned = plan(model, null);
		if (this.routes.size() < CACHED) {
			this.routes.put(model, planned);
		}
		return planned;
	}

	private List<Leg> plan(String model, @Nullable List<String> given) {
		Plan plan = new Plan(this.names);
		plan.add(new FallbackRule(FallbackRule.ANY, List.of(model), Set.of()), -1);
		for (int i = 0; i < plan.legs().size() && plan.legs().size() <= this.table.maxFallbacks(); i++) {
			if (given == null) {
				int failing = i;
				rules(plan.legs().get(i)).forEach((rule) -> plan.add(rule, failing));
			}
			else if (i == 0) {
				plan.add(new FallbackRule(model, given, Set.of()), 0);
			}
		}
		return List.copyOf(plan.legs().subList(0, Math.min(plan.legs().size(), this.table.maxFallbacks() + 1)));
	}

	private List<FallbackRule> rules(Leg leg) {
		List<String> spellings = new ArrayList<>(this.names.chain(leg.name()));
		leg.deployments().forEach((deployment) -> {
			spellings.add(deployment.name());
			spellings.add(deployment.model());
		});
		for (String spelling : spellings) {
			List<FallbackRule> own = rules(spelling);
			if (!own.isEmpty()) {
				return own;
			}
		}
		return rules(FallbackRule.ANY);
	}

	private List<FallbackRule> rules(String model) {
		return this.table.fallbacks().stream().filter((rule) -> rule.model().equals(model)).toList();
	}

	/**
	 * Tell where calls of a model go, and where each setting came from.
	 * @param model the name that a caller gives
	 * @param defaults what holds where nobody says anything else
	 * @return the explanation
	 * @throws UnknownModelException if a name leads to no provider
	 */
	public Explanation explain(String model, Settings defaults) {
		return new Explainer(this.table, this.names, this.deployments, defaults).explain(model, route(model, null));
	}

	/**
	 * Return the model of a task.
	 * @param task the task's name
	 * @return the task's model, else the default model
	 * @throws InvalidConfigurationException if there is neither
	 */
	public String taskModel(String task) {
		String model = this.table.tasks().get(task);
		return (model != null) ? model : defaultModel("task '" + task + "' has no entry in litellm.tasks");
	}

	/**
	 * Return the model of calls that name none.
	 * @param reason why it is needed, for the message
	 * @return the default model
	 * @throws InvalidConfigurationException if there is none
	 */
	public String defaultModel(String reason) {
		if (this.table.defaultModel() == null) {
			throw new InvalidConfigurationException("litellm.default-model", "it is not set, but " + reason,
					"Set it to a model, for example openai/gpt-4o-mini.");
		}
		return this.table.defaultModel();
	}

	/**
	 * Return the names that the application made.
	 * @return aliases and groups
	 */
	public Set<String> ownNames() {
		return this.names.ownNames();
	}

}
