package dev.litellm.test.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Gives a test of a Spring application a {@link dev.litellm.test.ScriptedLlm} bean, and
 * the application the properties that lead its calls there. <pre class="code">
 * &#64;SpringBootTest
 * &#64;ImportScriptedLlm
 * class WeatherServiceTests {
 *
 *     &#64;Autowired
 *     ScriptedLlm llm;
 *
 *     &#64;Test
 *     void answersFromTheFallbackWhenTheModelIsDown(@Autowired WeatherService weather) {
 *         this.llm.whenModel("gpt-4o", Reply.error(503)).whenModel("gpt-4o-mini", Reply.text("Sunny."));
 *         assertThat(weather.in("Paris")).isEqualTo("Sunny.");
 *     }
 *
 * }
 * </pre> After each test method the server is
 * {@linkplain dev.litellm.test.ScriptedLlm#reset() reset}.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(ScriptedLlmConfiguration.class)
@TestExecutionListeners(listeners = ScriptedLlmReset.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface ImportScriptedLlm {

	/**
	 * The providers whose calls go to the server, by
	 * {@code litellm.providers.<name>.base-url} and {@code api-key}.
	 * @return names of OpenAI-compatible providers
	 */
	String[] providers() default "openai";

	/**
	 * Whether the server stands in for a LiteLLM proxy, by {@code litellm.proxy.base-url}
	 * and {@code api-key}, so that every model goes there.
	 * @return {@code true} to set the proxy instead of {@link #providers()}
	 */
	boolean proxy() default false;

}
