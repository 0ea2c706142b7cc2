package dev.litellm.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationTextPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import dev.litellm.ChatSpec;
import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.call.CallOptions;
import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.error.LlmException;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.routing.Deployment;
import dev.litellm.routing.ModelEntry;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests that a key appears in no log, exception, observation or text.
 */
class CanaryTests {

	private static final String KEY = "sk-canary-4711";

	private static final String HEADER = "header-canary-4712";

	private static final String PASSING = "call-canary-4713";

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final Queue<String> log = new ConcurrentLinkedQueue<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			CanaryTests.this.log
				.add(event.getLoggerName() + " " + event.getFormattedMessage() + ((event.getThrowableProxy() != null)
						? ThrowableProxyUtil.asString(event.getThrowableProxy()) : ""));
		}

	};

	private final Logger netty = (Logger) LoggerFactory.getLogger("reactor.netty");

	private final Level nettyLevel = this.netty.getLevel();

	private final List<Appender<ILoggingEvent>> present = new ArrayList<>();

	@BeforeEach
	void listen() {
		this.root.iteratorForAppenders().forEachRemaining(this.present::add);
		this.present.forEach(this.root::detachAppender);
		this.root.setLevel(Level.DEBUG);
		this.netty.setLevel(Level.DEBUG);
		this.appender.start();
		this.root.addAppender(this.appender);
	}

	@AfterEach
	void close() {
		this.root.detachAppender(this.appender);
		this.present.forEach(this.root::addAppender);
		this.root.setLevel(this.level);
		this.netty.setLevel(this.nettyLevel);
		this.llm.close();
	}

	static Stream<Reply> failures() {
		String echo = "Incorrect API key provided: " + KEY + " / " + HEADER + " / " + PASSING + " of the call";
		return Stream.of(Reply.error(400, "bad", echo), Reply.error(401, KEY, echo), Reply.error(403, "x", echo),
				Reply.error(404, "x", echo), Reply.error(409, "x", echo), Reply.error(429, "x", echo),
				Reply.error(500, "x", echo).header("x-request-id", KEY), Reply.error(503, "x", echo),
				Reply.error(400, "context_length_exceeded", echo), Reply.error(400, "content_policy_violation", echo),
				Reply.raw(502, "text/html", "<h1>" + echo + "</h1>"), Reply.json("{\"error\":\"" + echo + "\"}"),
				Reply.json(echo), Reply.raw(307, "text/plain", echo).header("Location", "http://localhost/?key=" + KEY),
				Reply.sse("data: {\"error\":{\"message\":\"" + echo + "\"}}\n\n"), Reply.sse("data: " + echo + "\n\n"),
				Reply.sse("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n",
						"data: {\"error\":{\"message\":\"" + echo + "\"}}\n\n"),
				Reply.disconnect(), Reply.text("x").truncated(4), Reply.text("x").resetAfter(0));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void keepsKeysOutOfAllThatAFailureTells(Reply failure) {
		this.llm.otherwise(failure);
		Queue<String> observed = new ConcurrentLinkedQueue<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationTextPublisher(observed::add));
		LlmClient client = Models.builder(this.llm)
			.provider("openai", (provider) -> provider.apiKey(KEY).header("X-Gateway-Token", HEADER))
			.observationRegistry(registry)
			.build();
		ChatSpec chat = client.chat("gpt-4o").header("X-Api-Key", PASSING).maxAttempts(2).user("Hi");
		List<String> told = new ArrayList<>();
		LlmException whole = catchThrowableOfType(LlmException.class, () -> chat.call().content());
		LlmException stream = catchThrowableOfType(LlmException.class, () -> chat.stream().content().blockLast());
		tell(whole, told, new IdentityHashMap<>());
		tell(stream, told, new IdentityHashMap<>());
		assertThat(told).isNotEmpty();
		assertThat(observed).isNotEmpty();
		told.addAll(observed);
		told.add(chat.toString());
		told.add(chat.request().toString());
		told.addAll(this.log);
		assertThat(this.log).isNotEmpty();
		assertThat(told)
			.allSatisfy((text) -> assertThat(text).doesNotContain(KEY).doesNotContain(HEADER).doesNotContain(PASSING));
	}

	@Test
	void keepsKeysOutOfTheTextOfEachValue() {
		Secret secret = Secret.of(KEY);
		Map<String, String> headers = Map.of("Authorization", "Bearer " + KEY);
		Provider known = Providers.builtIn().get("openai");
		Provider provider = known.withLogin(known.login().withKey(KeySource.of(secret))).withHeaders(headers);
		CallOptions options = CallOptions.none().withApiKey(secret).withHeaders(headers);
		List<Object> values = List.of(secret, KeySource.of(secret), provider, provider.login(), options,
				new Deployment("d", provider, "m", "http://localhost", KeySource.of(secret), Settings.none(), headers),
				new ModelEntry("n", "openai/m", secret, null, headers, Settings.none()),
				ChatRequest.builder("m").messages(Message.user("Hi")).options(options).build(),
				Models.builder(this.llm).provider("openai", (spec) -> spec.apiKey(KEY)),
				Models.builder(this.llm).provider("openai", (spec) -> spec.apiKey(KEY)).build());
		assertThat(values).allSatisfy((value) -> assertThat(value.toString()).doesNotContain(KEY));
	}

	@Test
	void refusesAKeyWithALineBreakWithoutShowingIt() {
		Throwable refused = catchThrowableOfType(IllegalArgumentException.class,
				() -> this.llm.toString().concat(Secret.of(KEY + "\nHost: evil").toString()));
		assertThat(refused).hasMessageContaining("line break").hasMessageNotContaining(KEY);
	}

	private static void tell(Throwable error, List<String> told, Map<Throwable, Boolean> seen) {
		if (error == null || seen.put(error, true) != null) {
			return;
		}
		told.add(String.valueOf(error));
		if (error instanceof LlmException failure) {
			told.add(failure.failure().toString());
			told.add(failure.attempts().toString());
			told.add(String.valueOf(failure.code()));
			told.add(String.valueOf(failure.requestId()));
		}
		tell(error.getCause(), told, seen);
		Set.of(error.getSuppressed()).forEach((suppressed) -> tell(suppressed, told, seen));
	}

}
