package dev.litellm.routing;

import java.util.HashSet;
import java.util.Set;

/**
 * Check of a routing table at start-up: names that lead nowhere are refused before the
 * first call.
 */
final class RoutingCheck {

	private final RoutingTable table;

	private final Names names;

	RoutingCheck(RoutingTable table, Names names) {
		this.table = table;
		this.names = names;
	}

	void run() {
		Set<String> groups = new HashSet<>();
		this.table.models().forEach((entry) -> groups.add(entry.name()));
		this.table.aliases().forEach((alias, target) -> {
			if (groups.contains(alias)) {
				throw new InvalidConfigurationException("litellm.aliases." + alias,
						"'" + alias + "' is also the name of a group in litellm.models", "Rename one of them.");
			}
			resolve("litellm.aliases." + alias, alias);
		});
		for (int i = 0; i < this.table.models().size(); i++) {
			ModelEntry entry = this.table.models().get(i);
			resolve("litellm.models[" + i + "].model", entry.name());
		}
		this.table.tasks().forEach((task, model) -> resolve("litellm.tasks." + task, model));
		for (int i = 0; i < this.table.fallbacks().size(); i++) {
			FallbackRule rule = this.table.fallbacks().get(i);
			if (!rule.model().equals(FallbackRule.ANY)) {
				resolve("litellm.fallbacks[" + i + "].model", rule.model());
			}
			for (String target : rule.to()) {
				resolve("litellm.fallbacks[" + i + "].to", target);
			}
		}
		if (this.table.defaultModel() != null) {
			resolve("litellm.default-model", this.table.defaultModel());
		}
	}

	private void resolve(String property, String name) {
		try {
			this.names.resolve(name);
		}
		catch (UnknownModelException ex) {
			throw new InvalidConfigurationException(property,
					"it names '" + ex.model() + "', which leads to no provider", String.valueOf(ex.getMessage()));
		}
	}

}
