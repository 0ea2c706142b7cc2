package dev.litellm.samples.quickstart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import dev.litellm.test.ScriptedLlm;

/**
 * Leads the client to whoever can answer: what the environment names, else the embedded
 * server. Puts that before {@code application.yml}, whose aliases it redirects.
 */
final class BackendInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** The provider that is down. */
	static final String OUTAGE = "outage";

	private static final List<String> ALIASES = List.of("fast", "writer", "open");

	private static final List<String> TASKS = List.of("simple", "writing", "code", "reasoning");

	private final ScriptedLlm server;

	BackendInitializer(ScriptedLlm server) {
		this.server = server;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		Backend backend = new Backends(context.getEnvironment(), this.server).find();
		Map<String, Object> properties = new LinkedHashMap<>(backend.properties());
		properties.put("quickstart.backend", backend.description());
		properties.put("litellm.providers." + OUTAGE + ".base-url", this.server.baseUrl());
		properties.put("litellm.providers." + OUTAGE + ".dialect", "openai");
		redirect(properties, backend.models());
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("quickstart", properties));
	}

	private static void redirect(Map<String, Object> properties, List<String> models) {
		if (models.isEmpty()) {
			return;
		}
		for (int i = 0; i < ALIASES.size(); i++) {
			properties.put("litellm.aliases." + ALIASES.get(i), models.get(i % models.size()));
		}
		for (int i = 0; i < TASKS.size(); i++) {
			properties.put("litellm.tasks." + TASKS.get(i), ALIASES.get(i % ALIASES.size()));
		}
		properties.put("quickstart.compare",
				String.join(",", ALIASES.subList(0, Math.min(ALIASES.size(), models.size()))));
	}

}
