package dev.litellm.benchmarks.client;

import java.util.Locale;
import java.util.function.Function;

/**
 * The clients under measurement, in the order of the report.
 */
public enum ClientKind {

	/** Ours, without retries, fallbacks and observation. */
	LITELLM("LiteLLM for Spring Boot", true, LiteLlm::plain),

	/** Ours, with all that a production configuration turns on. */
	LITELLM_CONFIGURED("the same, with retries + fallbacks + observation", true, LiteLlm::configured),

	/** Spring's WebClient and Jackson, by hand. */
	WEBCLIENT("raw WebClient (Reactor Netty)", false, RawWebClient::plain),

	/** The same with Spring's own observation: what observing alone costs. */
	WEBCLIENT_OBSERVED("raw WebClient with observation", false, RawWebClient::observed),

	/** The JDK's client and Jackson, by hand. */
	JDK("raw JDK HttpClient + Jackson 3", false, RawJdkClient::new),

	/** Spring AI's model. */
	SPRING_AI_MODEL("Spring AI ChatModel", false, SpringAiChatModel::new),

	/** Spring AI's fluent client over that model. */
	SPRING_AI_CLIENT("Spring AI ChatClient", false, SpringAiChatClient::new),

	/** LangChain4j's models. */
	LANGCHAIN4J("LangChain4j", false, LangChain4j::new),

	/** OpenAI's own client. */
	OPENAI_JAVA("openai-java", false, OpenAiJava::new);

	private final String label;

	private final boolean ours;

	private final Function<String, Contender> opener;

	ClientKind(String label, boolean ours, Function<String, Contender> opener) {
		this.label = label;
		this.ours = ours;
		this.opener = opener;
	}

	/**
	 * The name on the command line.
	 * @return one word
	 */
	public String option() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The name in the report.
	 * @return a few words
	 */
	public String label() {
		return this.label;
	}

	/**
	 * Whether this is a configuration of our own client.
	 * @return {@code true} for ours
	 */
	public boolean isOurs() {
		return this.ours;
	}

	/**
	 * Makes the client.
	 * @param serverUrl the URL of the loopback server, with or without a leading path
	 * @return the client, which the caller closes
	 */
	public Contender open(String serverUrl) {
		return this.opener.apply(serverUrl + "/v1");
	}

}
