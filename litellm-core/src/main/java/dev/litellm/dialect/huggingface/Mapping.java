package dev.litellm.dialect.huggingface;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.dialect.Failures;
import dev.litellm.dialect.LookUps;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Leaves;
import dev.litellm.json.Tokens;
import dev.litellm.provider.Address;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Look-up of a provider's own name of a model, as Hugging Face keeps it; done once in a
 * while.
 */
final class Mapping {

	private static final Pattern NAMED = Pattern.compile("[^/]+/[^/]+/[^/]+");

	private static final Leaves ID = Leaves.of("providerId");

	private final LookUps<Place> known;

	Mapping(Clock clock) {
		this.known = new LookUps<>(clock);
	}

	void forget() {
		this.known.clear();
	}

	/**
	 * Look a model up where its name begins with a provider's and the router is asked;
	 * the key is not sent along, since what is asked is public.
	 * @param <T> what the exchange comes to
	 * @param target whom the call goes to
	 * @param then makes the call's step, given whom it goes to by the router
	 * @return the step
	 */
	<T> Step<T> before(Target target, Function<Target, Step<T>> then) {
		Address address = target.provider().address();
		if (address.given() || !target.baseUrl().equals(address.baseUrl())) {
			return then.apply(target);
		}
		Place place = new Place(target.provider().options().text("hub"), target.model());
		String found = this.known.get(place);
		if (found != null) {
			return then.apply(routed(target, place.service(), found));
		}
		if (!place.isNamed()) {
			return then.apply(target);
		}
		String service = place.service();
		String model = target.model().substring(service.length() + 1);
		URI uri = URI.create(place.hub() + "/api/models/"
				+ URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/")
				+ "?expand=inferenceProviderMapping");
		WireRequest request = WireRequest.get(uri, Map.of("Accept", "application/json"));
		return new Step.Ask<>(request, (reply) -> Step.attempt(() -> {
			String id = id(reply, service, model);
			this.known.put(place, id);
			return then.apply(routed(target, service, id));
		}));
	}

	private static String id(WireReply reply, String service, String model) {
		Map<String, String> mapping = Failures.read(reply, "a model of Hugging Face", Mapping::services);
		String id = mapping.get(service);
		if (id == null) {
			throw Failure
				.of(ErrorKind.NOT_FOUND,
						"'" + service + "' does not serve " + model + " at Hugging Face; "
								+ (mapping.isEmpty() ? "nobody does" : "these do: " + mapping.keySet()))
				.asException();
		}
		return id;
	}

	/** The names of a model by the services that have it. */
	private static Map<String, String> services(JsonParser parser) {
		Map<String, String> services = new LinkedHashMap<>();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (!name.equals("inferenceProviderMapping")) {
				parser.skipChildren();
				continue;
			}
			for (String service = Tokens.first(parser); service != null; service = Tokens.next(parser)) {
				if (ID.read(parser).get("providerId") instanceof String id) {
					services.put(service, id);
				}
			}
		}
		return services;
	}

	private static Target routed(Target target, String service, String model) {
		Address address = target.provider().address();
		String standard = address.path(Operation.CHAT.name(), Operation.CHAT.path(), false);
		return target.routed(model, "/" + service, address.path(service, standard, false));
	}

	/**
	 * What is looked up.
	 *
	 * @param hub where
	 * @param model the model, with the provider's name before it
	 */
	private record Place(@Nullable String hub, String model) {

		boolean isNamed() {
			return NAMED.matcher(this.model).matches();
		}

		String service() {
			return this.model.substring(0, this.model.indexOf('/'));
		}

	}

}
