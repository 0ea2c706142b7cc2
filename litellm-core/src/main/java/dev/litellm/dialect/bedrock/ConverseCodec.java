package dev.litellm.dialect.bedrock;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.RequestForm;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats in Bedrock's Converse format.
 */
final class ConverseCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String EXPECTED = "an answer with output";

	private final AwsErrors errors;

	private final Clock clock;

	private final ModelTable models;

	private final RequestForm form;

	ConverseCodec(AwsErrors errors, Clock clock, ModelTable models, RequestForm form) {
		this.errors = errors;
		this.clock = clock;
		this.models = models;
		this.form = form;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			BodyBuilder builder = builder(request, target);
			WireRequest wire = this.form.make(builder.build(), builder.headers(), target, false);
			return Step.ask(wire, (reply) -> decode(reply, answers(builder, target)));
		});
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			BodyBuilder builder = builder(request, target);
			Map<String, @Nullable Object> body = builder.build();
			if (builder.isWhole()) {
				target.note("the answer came at once: the model does not stream while it has tools");
				return Step.ask(this.form.make(body, builder.headers(), target, false),
						(reply) -> ChatChunk.of(decode(reply, answers(builder, target))));
			}
			return new Step.Listen<>(this.form.make(body, builder.headers(), target, true), Framing.AWS_EVENT_STREAM,
					() -> new EventDecoder(this.errors, answers(builder, target)));
		});
	}

	private BodyBuilder builder(ChatRequest request, Target target) {
		return new BodyBuilder(request, target, this.models.facts(target.provider().name(), target.model()));
	}

	private AnswerReader answers(BodyBuilder builder, Target target) {
		return new AnswerReader(builder, target.model(), this.clock.instant().getEpochSecond());
	}

	/** The request as Converse takes it. */
	static WireRequest plain(Map<String, @Nullable Object> body, Map<String, String> headers, Target target,
			boolean stream) {
		return WireRequest.postJson(uri(target, stream ? "/converse-stream" : "/converse"), headers,
				WireBody.json(body));
	}

	/**
	 * Return where a model is asked.
	 * @param target the model, whose id may be an ARN, which is one segment of the path
	 * @param verb what it is asked for
	 * @return the address
	 */
	static URI uri(Target target, String verb) {
		String id = target.provider().options().text("model-id");
		String model = (id != null) ? URLEncoder.encode(id, StandardCharsets.UTF_8) : target.encodedModel();
		return URI.create(target.baseUrl() + "/model/" + model + verb);
	}

	static ChatResponse decode(WireReply reply, AnswerReader answers) {
		ChatResponse answer = Failures.read(reply, EXPECTED, (parser) -> answers.whole(parser, reply.headers()));
		if (answer == null) {
			throw Failures.invalid(reply, EXPECTED, "no output").asException();
		}
		return answer;
	}

}
