package dev.litellm.benchmarks.dialect;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;

/**
 * The samples of the formats that take one prompt and give one text.
 */
final class TextSamples {

	private TextSamples() {
	}

	static List<Sample> all() {
		return List.of(completions(), replicate(), triton(), predibase(), watsonx(), nlpCloud());
	}

	private static Sample completions() {
		String begin = "{\"id\":\"cmpl-1\",\"object\":\"text_completion\",\"created\":1690759702,\"choices\":[{\"text\":";
		String end = "}],\"model\":\"gpt-3.5-turbo-instruct:20230824-v2\"";
		String goesOn = ",\"index\":0,\"logprobs\":null,\"finish_reason\":null" + end + "}";
		String stops = ",\"index\":0,\"logprobs\":null,\"finish_reason\":\"stop\"" + end;
		return Sample.bare("completions")
			.whole(begin + "\"%s\"" + stops
					+ ",\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":42,\"total_tokens\":61}}")
			.stream(Events.sse()
				.data(begin + "\"\"" + goesOn)
				.words("data: " + begin + "\"%s\"" + goesOn + "\n\n")
				.data(begin + "\"\"" + stops + "}")
				.data("[DONE]"))
			.build();
	}

	/** A prediction is begun, and then looked at or listened to. */
	private static Sample replicate() {
		String begin = "{\"id\":\"rq6k8d2n9hrma0ckx3ta4wz7pc\",\"model\":\"meta/meta-llama-3-70b-instruct\","
				+ "\"version\":\"dp-cf04fe09351e25db628e8b6181276547\",\"input\":{\"prompt\":\"Hi\"},\"logs\":\"\",";
		String end = "\"data_removed\":false,\"error\":null,\"source\":\"api\","
				+ "\"created_at\":\"2025-11-05T12:27:58.412Z\",\"urls\":{"
				+ "\"cancel\":\"https://api.replicate.com/v1/predictions/rq6k8d2n9hrma0ckx3ta4wz7pc/cancel\","
				+ "\"get\":\"https://api.replicate.com/v1/predictions/rq6k8d2n9hrma0ckx3ta4wz7pc\","
				+ "\"stream\":\"https://stream.replicate.com/v1/files/bcwr-1\","
				+ "\"web\":\"https://replicate.com/p/rq6k8d2n9hrma0ckx3ta4wz7pc\"}";
		String output = Stream.of(Sample.TEXT.split("(?= )"))
			.map((word) -> '"' + word + '"')
			.collect(Collectors.joining(","));
		return Sample.bare("replicate")
			.by("polled once")
			.waits()
			.other(HttpMethod.POST, begin + "\"output\":null,\"status\":\"starting\"," + end + "}")
			.whole(begin + "\"output\":[" + output + "],\"status\":\"succeeded\"," + end
					+ ",\"started_at\":\"2025-11-05T12:27:58.500Z\",\"completed_at\":\"2025-11-05T12:27:59.100Z\","
					+ "\"metrics\":{\"predict_time\":0.6,\"input_token_count\":19,\"output_token_count\":42}}")
			.stream(Events.sse()
				.words("event: output\nid: 1762345678412:0\ndata: %s\n\n")
				.event("event: done\nid: 1762345679100:0\ndata: {}\n\n"))
			.build();
	}

	private static Sample triton() {
		String begin = "{\"model_name\":\"model\",\"model_version\":\"1\",\"text_output\":";
		return Sample.bare("triton")
			.whole(begin + "\"%s\"}")
			.stream(Events.sse().words("data: " + begin + "\"%s\"}\n\n"))
			.build();
	}

	private static Sample predibase() {
		return Sample.bare("predibase").whole("""
				{"generated_text":"%s","details":{"finish_reason":"eos_token","prompt_tokens":19,\
				"generated_tokens":42}}""").stream(Events.sse().words("""
				data:{"token":{"id":100,"text":"%s","logprob":-0.1,"special":false},\
				"generated_text":null,"details":null}

				""").event("""
				data:{"token":{"id":2,"text":"</s>","logprob":-0.01,"special":true},"generated_text":"",\
				"details":{"finish_reason":"eos_token","prompt_tokens":19,"generated_tokens":42}}

				""")).build();
	}

	private static Sample watsonx() {
		String begin = "{\"model_id\":\"model\",\"created_at\":\"2025-11-05T12:27:58.412Z\",\"results\":[{"
				+ "\"generated_text\":";
		String last = ",\"generated_token_count\":42,\"input_token_count\":19,\"stop_reason\":\"eos_token\"}]}";
		return Sample.bare("watsonx_text")
			.whole(begin + "\"%s\"" + last)
			.stream(Events.sse()
				.words("id: 1\nevent: message\ndata: " + begin + "\"%s\",\"generated_token_count\":1,"
						+ "\"input_token_count\":0,\"stop_reason\":\"not_finished\"}]}\n\n")
				.event("id: 2\nevent: message\ndata: " + begin + "\"\"" + last + "\n\n"))
			.build();
	}

	private static Sample nlpCloud() {
		return Sample.bare("nlp_cloud")
			.whole("{\"generated_text\":\"%s\",\"nb_generated_tokens\":42,\"nb_input_tokens\":19}")
			.build();
	}

}
