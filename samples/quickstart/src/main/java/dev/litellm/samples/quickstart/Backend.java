package dev.litellm.samples.quickstart;

import java.util.List;
import java.util.Map;

/**
 * Who answers in the tour.
 *
 * @param description who that is and why, for people
 * @param models the models to show, at least one; empty for those of
 * {@code application.yml}
 * @param properties what the client needs to know to get there
 */
record Backend(String description, List<String> models, Map<String, String> properties) {

	Backend {
		models = List.copyOf(models);
		properties = Map.copyOf(properties);
	}

}
