package dev.litellm.dialect.prompt;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.RequestForm;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as generations of a family of models at Amazon Bedrock.
 */
final class FamilyCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	static final String OPEN = "<think>";

	private static final String EXPECTED = "a generated text";

	private final Family family;

	private final Clock clock;

	private final ModelTable models;

	private final RequestForm form;

	FamilyCodec(Family family, Clock clock, ModelTable models, RequestForm form) {
		this.family = family;
		this.clock = clock;
		this.models = models;
		this.form = form;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target, false), (reply) -> decode(reply, target)));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.AWS_EVENT_STREAM,
				() -> new FamilyDecoder(now(), target.model(), this.family.texts(), thinks(target),
						(reply) -> decode(reply, target))));
	}

	private String template(Target target) {
		return this.models.facts(target.provider().name(), target.model()).text("prompt", this.family.template());
	}

	private boolean thinks(Target target) {
		return Template.thinks(template(target));
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		Map<String, @Nullable Object> body = this.family.body(request, target, template(target));
		return this.form.make(body, target.headers(), target, stream);
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private ChatResponse decode(WireReply reply, Target target) {
		Generation said = Generation.of(Failures.read(reply, EXPECTED, Generation.READ::read));
		if (said.text() == null) {
			throw Failures.invalid(reply, EXPECTED, "no text").asException();
		}
		String text = (thinks(target) && !said.text().startsWith(OPEN)) ? OPEN + said.text() : said.text();
		Usage usage = (said.usage() != null) ? said.usage() : InvokeMembers.usage(reply.headers());
		return Texts.answer(text,
				new Texts.About(Failures.requestId(reply.headers()), now(), target.model(), said.reason(), usage));
	}

}
