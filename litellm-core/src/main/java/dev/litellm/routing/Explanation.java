package dev.litellm.routing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where the calls of a model go, and where each setting came from.
 *
 * @param names the model's name and what it stands for, aliases followed
 * @param deployments who serves it, in order
 * @param fallbacks the names that follow when it fails, in order
 * @since 0.1.0
 */
public record Explanation(List<String> names, List<Served> deployments, List<String> fallbacks) {

	/** Stands for what no property or variable gives. */
	public static final String NOWHERE = "not set";

	/** Stands for what the library knows of a provider. */
	public static final String PROVIDER_DEFAULT = "provider default";

	/** Stands for what holds where nobody says anything else. */
	public static final String DEFAULT = "default";

	public Explanation {
		names = List.copyOf(names);
		deployments = List.copyOf(deployments);
		fallbacks = List.copyOf(fallbacks);
	}

	/**
	 * Return whether neither the application nor its environment gave a value.
	 * @param from where the value came from
	 * @return true if the library itself did, or nobody
	 */
	static boolean isBuiltIn(String from) {
		return from.equals(NOWHERE) || from.equals(PROVIDER_DEFAULT) || from.equals(DEFAULT);
	}

	/**
	 * One deployment; its key is told of, never told.
	 *
	 * @param name provider and model as {@code provider/model}
	 * @param provider the provider's name
	 * @param baseUrl where it is
	 * @param hasKey whether there is a key
	 * @param keyFrom the property or variable that holds the key
	 * @param settings timeouts, retries and parameters by property name
	 */
	public record Served(String name, String provider, Value baseUrl, boolean hasKey, String keyFrom,
			Map<String, Value> settings) {

	}

	/**
	 * A value and where it came from.
	 *
	 * @param value the value, or null where there is none
	 * @param from a property, a variable, {@value #PROVIDER_DEFAULT} or {@value #DEFAULT}
	 */
	public record Value(@Nullable Object value, String from) {

	}

}
