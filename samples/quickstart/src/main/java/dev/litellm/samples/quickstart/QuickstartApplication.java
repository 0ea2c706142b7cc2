package dev.litellm.samples.quickstart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.litellm.test.ScriptedLlm;

/**
 * The quickstart: an application with an {@link Assistant}, and a {@link Tour} that shows
 * what its client can do.
 */
@SpringBootApplication
public class QuickstartApplication {

	public static void main(String[] args) {
		int failures;
		try (ScriptedLlm server = Script.start(); ConfigurableApplicationContext context = run(server, args)) {
			failures = context.getBean(Tour.class).run();
		}
		System.exit(Math.min(failures, 1));
	}

	static ConfigurableApplicationContext run(ScriptedLlm server, String... args) {
		SpringApplication application = new SpringApplication(QuickstartApplication.class);
		application.addInitializers(new BackendInitializer(server));
		return application.run(args);
	}

}
