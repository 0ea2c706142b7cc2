package dev.litellm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import dev.litellm.auth.Access;
import dev.litellm.call.CallOptions;
import dev.litellm.call.Secret;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.provider.ModelTable;
import dev.litellm.provider.ModelQuirks;
import dev.litellm.provider.Option;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;

/**
 * The page of all providers in Markdown: what is told of features is what the dialects do
 * when they are asked for them.
 */
final class ProviderPage {

	static final Path FILE = Path.of("../docs/providers.md");

	private static final Map<String, Dialect> DIALECTS = BuiltIns.dialects(Clock.systemUTC(), ModelTable.builtIn());

	private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":";

	private static final String PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
			+ "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

	private static final Map<String, String> FEATURES = features();

	/** Models whose names tell a provider with several formats which one is meant. */
	private static final List<String> KNOWN = List.of("gemini-2.5-flash", "claude-sonnet-4-5", "mistral-large-2411",
			"meta/llama-3.3-70b-instruct-maas", "deepseek-ai/deepseek-v3.1-maas", "gpt-4o", "command-r-plus",
			"gemma/1234567890");

	private static final Map<String, List<String>> KNOWN_AT = Map.of("bedrock",
			List.of("anthropic.claude-sonnet-4-5-20250929-v1:0", "cohere.command-r-plus-v1:0",
					"amazon.titan-text-express-v1", "invoke/meta.llama3-8b-instruct-v1:0",
					"invoke/ai21.jamba-1-5-large-v1:0"),
			"oci", List.of("meta.llama-3.3-70b-instruct", "cohere.command-a-03-2025"));

	private ProviderPage() {
	}

	private static Map<String, String> features() {
		Map<String, String> features = new LinkedHashMap<>();
		features.put("tools",
				MESSAGES + "\"hi\"}],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\","
						+ "\"parameters\":{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}}]");
		features.put("JSON schema",
				MESSAGES + "\"hi\"}],\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"city\","
						+ "\"schema\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}}}");
		features.put("pictures", MESSAGES + "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + PIXEL + "\"}}]}]");
		features.put("files", MESSAGES + "[{\"type\":\"file\",\"file\":{\"filename\":\"a.pdf\",\"file_data\":"
				+ "\"data:application/pdf;base64,JVBERi0xLjQK\"}}]}]");
		features.put("sound",
				MESSAGES + "[{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"UklGRg==\",\"format\":\"wav\"}}]}]");
		features.put("effort", MESSAGES + "\"hi\"}],\"reasoning_effort\":\"low\"");
		return features;
	}

	static String text() {
		StringBuilder text = new StringBuilder(
				"""
						# Providers

						A model is `provider/model`, for example `groq/llama-3.3-70b-versatile`. A key is read from the property
						`litellm.providers.<provider>.api-key`, else from the first variable that is set; so is what else a provider
						needs, from `litellm.providers.<provider>.options` ([configuration](guide/configuration.md)). Providers with a
						format of their own have pages:\s""");
		text.append(pages())
			.append("""
					.

					What is told of features is what the library does with a model that it knows nothing of, or with the model
					named: yes, emulated (by a tool whose input is the answer), or no, which is refused or left out as
					`drop-unsupported` says. What the library lets through the model itself may still refuse.

					""");
		StringJoiner head = new StringJoiner(" | ", "| ", " |\n");
		head.add("prefix").add("provider").add("format").add("key").add("options").add("address").add("endpoints");
		FEATURES.keySet().forEach(head::add);
		text.append(head).append("|").append(" --- |".repeat(7 + FEATURES.size())).append('\n');
		Providers.builtIn().all().forEach((provider) -> rows(provider, text));
		return text.toString();
	}

	private static String pages() {
		try (var files = Files.list(FILE.resolveSibling("providers"))) {
			return files.map((file) -> file.getFileName().toString())
				.sorted()
				.map((file) -> "[" + file.replace(".md", "") + "](providers/" + file + ")")
				.collect(Collectors.joining(", "));
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static void rows(Provider provider, StringBuilder text) {
		List<String> models = new ArrayList<>();
		for (String model : KNOWN_AT.getOrDefault(provider.name(), KNOWN)) {
			boolean told = provider.variants().isEmpty() && models.isEmpty();
			boolean other = models.stream()
				.noneMatch((before) -> provider.of(before).dialect().equals(provider.of(model).dialect()));
			if (!provider.variants().isEmpty() && other) {
				models.add(model);
			}
			else if (told && provider.dialect().equals("gemini") && model.startsWith("gemini")
					|| told && provider.dialect().equals("anthropic") && model.startsWith("claude")) {
				models.add(model);
			}
		}
		for (String model : models.isEmpty() ? List.of("a-model") : models) {
			text.append(row(provider, provider.of(model), model, models.size() > 1));
		}
	}

	private static String row(Provider parent, Provider provider, String model, boolean several) {
		StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
		row.add("`" + parent.name() + "/" + (several ? model : "") + "`").add(provider.title()).add(provider.dialect());
		boolean needless = provider.login().optional() || provider.login().standIn() != null;
		row.add(codes(provider.login().keyVariables()) + (needless ? " (optional)" : ""));
		row.add(provider.options()
			.declared()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((option) -> "`" + option.getKey() + "`" + variables(option.getValue()))
			.collect(Collectors.joining(", ")));
		String base = provider.address().baseUrl();
		row.add(provider.isWithin() ? "none" : (base != null) ? "`" + base.replace("|", "\\|") + "`" : "yours");
		row.add(provider.endpoints().stream().sorted().collect(Collectors.joining(", ")));
		FEATURES.keySet()
			.forEach((feature) -> row
				.add(provider.endpoints().contains("chat") ? verdict(provider, model, feature) : ""));
		return row.toString();
	}

	private static String variables(Option option) {
		return option.variables().isEmpty() ? "" : " (" + codes(option.variables()) + ")";
	}

	private static String codes(List<String> names) {
		return names.stream().map((name) -> "`" + name + "`").collect(Collectors.joining(", "));
	}

	static String verdict(Provider provider, String model, String feature) {
		if (provider.isWithin()) {
			return "";
		}
		Dialect dialect = DIALECTS.get(provider.dialect());
		Codec<ChatRequest, ChatResponse, ?> codec = (dialect != null) ? dialect.codec(Operation.CHAT) : null;
		if (codec == null) {
			return "";
		}
		Provider filled = provider.fill((name) -> "x");
		String base = (filled.address().baseUrl() != null) ? filled.address().baseUrl() : "https://host.example";
		Target target = new Target(filled, model, base, Access.bearer(Secret.of("sk-test")),
				ModelQuirks.builtIn().of(provider.name(), model).over(provider.quirks()), CallOptions.none(), false);
		Step<ChatResponse> step = codec
			.call(ChatRequest.fromJson("{\"model\":\"" + model + "\"," + FEATURES.get(feature) + "}"), target);
		if (step instanceof Step.Fail || target.notes().stream().anyMatch((note) -> note.contains("left out"))) {
			return "no";
		}
		boolean emulated = step instanceof Step.Ask<ChatResponse> ask
				&& new String(ask.request().body().bytes(), java.nio.charset.StandardCharsets.UTF_8)
					.contains(SchemaTool.NAME);
		return emulated ? "emulated" : "yes";
	}

}
