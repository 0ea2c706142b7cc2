package dev.litellm.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.litellm.provider.ModelNames;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.routing.Deployments.Listed;

/**
 * From a name to deployments: aliases, groups, the proxy, {@code provider/model}, and the
 * families of bare names, in this order.
 */
final class Names {

	private final Providers providers;

	private final ModelNames families;

	private final RoutingTable table;

	private final Deployments deployments;

	private final Map<String, List<Listed>> groups = new LinkedHashMap<>();

	Names(Providers providers, ModelNames families, RoutingTable table, Deployments deployments) {
		this.providers = providers;
		this.families = families;
		this.table = table;
		this.deployments = deployments;
		for (int i = 0; i < table.models().size(); i++) {
			ModelEntry entry = table.models().get(i);
			this.groups.computeIfAbsent(entry.name(), (name) -> new ArrayList<>())
				.add(new Listed(entry, "litellm.models[" + i + "]"));
		}
	}

	/**
	 * Follow the aliases from a name.
	 * @param name a name
	 * @return the name and what it stands for, in order
	 */
	List<String> chain(String name) {
		Set<String> seen = new LinkedHashSet<>();
		String current = name;
		while (current != null) {
			if (!seen.add(current)) {
				throw new InvalidConfigurationException("litellm.aliases",
						"the aliases " + String.join(" -> ", seen) + " -> " + current + " go round in a circle",
						"Let one of them name a model.");
			}
			current = this.table.aliases().get(current);
		}
		return List.copyOf(seen);
	}

	List<Deployment> resolve(String name) {
		List<Listed> group = group(name);
		List<String> chain = chain(name);
		if (group.isEmpty()) {
			return List.of(single(chain.get(chain.size() - 1), null, chain));
		}
		return group.stream().map((listed) -> single(listed.entry().model(), listed, chain)).toList();
	}

	/**
	 * Return the entries of the group that a name stands for.
	 * @param name a name
	 * @return the entries in order, empty where it is no group
	 */
	List<Listed> group(String name) {
		List<String> chain = chain(name);
		return this.groups.getOrDefault(chain.get(chain.size() - 1), List.of());
	}

	private Deployment single(String name, @Nullable Listed listed, List<String> said) {
		int slash = name.indexOf('/');
		Provider named = (slash > 0 && slash < name.length() - 1) ? this.providers.get(name.substring(0, slash)) : null;
		Provider proxy = this.providers.get(ProxyRule.PROVIDER);
		boolean placed = listed != null && listed.isPlaced();
		if (proxy != null && named != proxy && !placed && (named == null || !named.isWithin())
				&& this.table.proxy().takes(name, said, named != null && named.configured())) {
			return this.deployments.of(proxy, name, listed);
		}
		if (named != null) {
			return this.deployments.of(named, name.substring(slash + 1), listed);
		}
		String family = this.families.provider(name);
		if (family == null) {
			throw unknown(name);
		}
		Provider vertex = this.providers.get("vertex_ai");
		Provider owner = (family.equals("gemini") && vertex != null && vertex.configured()) ? vertex
				: this.providers.get(family);
		if (owner == null) {
			throw new UnknownModelException(name, "Model '" + name + "' belongs to provider '" + family
					+ "', whose format is not available: "
					+ "send it through a LiteLLM proxy (litellm.proxy.base-url), or configure litellm.providers."
					+ family + " with a dialect and a base-url");
		}
		return this.deployments.of(owner, name, listed);
	}

	private UnknownModelException unknown(String name) {
		Set<String> own = ownNames();
		Set<String> all = new TreeSet<>(own);
		int slash = name.indexOf('/');
		String prefix = (slash > 0) ? name.substring(0, slash) : name;
		List<String> near = new ArrayList<>(Nearest.of(name, own));
		Nearest.of(prefix, this.providers.names())
			.forEach((provider) -> near.add((slash > 0) ? provider + name.substring(slash) : provider + "/…"));
		StringBuilder message = new StringBuilder("Unknown model '").append(name).append("': ");
		message.append((slash > 0 && slash == name.length() - 1) ? "there is no model behind the slash"
				: (slash > 0) ? "there is no provider '" + prefix + "'"
						: "it is neither an alias, nor a group, nor of a known family");
		message.append(near.isEmpty() ? "." : "; did you mean " + String.join(", ", near) + "?");
		message.append(" What works: provider/model with one of the ").append(this.providers.names().size());
		message.append(" providers (openai/gpt-4o), a bare name of a known family (gpt-4o)");
		if (!all.isEmpty()) {
			message.append(", or a name of this application ").append(all);
		}
		message.append(". A provider of your own needs litellm.providers.<name>.dialect and .base-url.");
		return new UnknownModelException(name, message.toString());
	}

	/**
	 * Return the names that the application made.
	 * @return aliases and groups
	 */
	Set<String> ownNames() {
		Set<String> names = new TreeSet<>(this.table.aliases().keySet());
		names.addAll(this.groups.keySet());
		return names;
	}

}
