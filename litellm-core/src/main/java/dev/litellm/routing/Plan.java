package dev.litellm.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A route in the making, which takes each model and each set of deployments once.
 */
final class Plan {

	private final Names names;

	private final List<Leg> legs = new ArrayList<>();

	private final Set<String> seen = new HashSet<>();

	Plan(Names names) {
		this.names = names;
	}

	void add(FallbackRule rule, int after) {
		for (String name : rule.to()) {
			List<String> chain = this.names.chain(name);
			if (this.seen.add(chain.get(chain.size() - 1))) {
				List<Deployment> deployments = this.names.resolve(name);
				if (this.legs.stream().noneMatch((leg) -> leg.deployments().equals(deployments))) {
					this.legs.add(new Leg(name, deployments, rule.on(), after));
				}
			}
		}
	}

	List<Leg> legs() {
		return this.legs;
	}

}
