package dev.litellm.dialect.sap;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.dialect.Failures;
import dev.litellm.dialect.LookUps;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Leaves;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;
import dev.litellm.transport.WireRequest;

/**
 * The deployments of the orchestration service: the newest one of a resource group that
 * runs, looked up once in a while.
 */
final class Deployments {

	private static final String ORCHESTRATION = "orchestration";

	private static final Leaves DEPLOYMENT = Leaves.of("id", "scenarioId", "status", "configurationId", "createdAt");

	private static final Leaves CONFIGURATION = Leaves.of("executableId");

	private final LookUps<Place> known;

	Deployments(Clock clock) {
		this.known = new LookUps<>(clock);
	}

	void forget() {
		this.known.clear();
	}

	/**
	 * Return the steps that lead to a deployment.
	 * @param <T> what the exchange comes to
	 * @param target whose deployment
	 * @param then what to do with its id
	 * @return the first step
	 */
	<T> Step<T> locate(Target target, Function<String, Step<T>> then) {
		String set = target.provider().options().text("deployment-id");
		if (set != null) {
			return then.apply(set);
		}
		Place place = Place.of(target);
		String found = this.known.get(place);
		if (found != null) {
			return then.apply(found);
		}
		return new Step.Ask<>(get(target, "/v2/lm/deployments"), (reply) -> Step.attempt(() -> {
			List<Map<?, ?>> resources = Failures.read(reply, "a list of deployments", Deployments::resources);
			Deque<Map<?, ?>> candidates = new ArrayDeque<>();
			resources.stream()
				.filter(Deployments::mayServe)
				.sorted(Comparator.comparing(Deployments::createdAt).reversed())
				.forEach(candidates::add);
			return check(target, place, candidates, then);
		}));
	}

	private static List<Map<?, ?>> resources(JsonParser parser) {
		List<Map<?, ?>> resources = new ArrayList<>();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("resources")) {
				Tokens.items(parser, (item) -> resources.add(DEPLOYMENT.read(item)));
			}
			else {
				parser.skipChildren();
			}
		}
		return resources;
	}

	private static boolean mayServe(Map<?, ?> deployment) {
		return ORCHESTRATION.equals(Values.text(deployment.get("scenarioId"), ORCHESTRATION))
				&& "RUNNING".equals(Values.text(deployment.get("status"), "RUNNING"))
				&& deployment.get("id") instanceof String && deployment.get("configurationId") instanceof String;
	}

	private static String createdAt(Map<?, ?> deployment) {
		return Values.text(deployment.get("createdAt"), "");
	}

	private <T> Step<T> check(Target target, Place place, Deque<Map<?, ?>> candidates, Function<String, Step<T>> then) {
		Map<?, ?> candidate = candidates.poll();
		if (candidate == null) {
			return new Step.Fail<>(Failure.of(ErrorKind.NOT_FOUND,
					"no orchestration deployment runs in resource group '" + place.group()
							+ "': create one, or set another group or "
							+ target.provider().options().howToSet(target.provider().name(), "deployment-id")));
		}
		return new Step.Ask<>(get(target, "/v2/lm/configurations/" + segment(candidate.get("configurationId"))),
				(reply) -> Step.attempt(() -> {
					Map<?, ?> configuration = Failures.read(reply, "a configuration", CONFIGURATION::read);
					if (!ORCHESTRATION.equals(configuration.get("executableId"))) {
						return check(target, place, candidates, then);
					}
					String id = segment(candidate.get("id"));
					this.known.put(place, id);
					return then.apply(id);
				}));
	}

	/** Ids become part of a path to which a token goes. */
	private static String segment(@Nullable Object id) {
		String text = String.valueOf(id);
		if (!text.matches("[A-Za-z0-9_-]+")) {
			throw Failure.of(ErrorKind.INVALID_RESPONSE, "an id of a deployment is not of letters and digits")
				.asException();
		}
		return text;
	}

	private static WireRequest get(Target target, String path) {
		URI uri = target.uri(path);
		return WireRequest.get(uri, target.headers());
	}

	/**
	 * Whose deployments are meant.
	 *
	 * @param baseUrl where they are
	 * @param group the resource group
	 * @param client who asks
	 */
	private record Place(String baseUrl, String group, String client) {

		static Place of(Target target) {
			return new Place(target.baseUrl(), option(target, "resource-group"), option(target, "client-id"));
		}

		private static String option(Target target, String name) {
			return Objects.requireNonNullElse(target.provider().options().text(name), "");
		}

	}

}
