package dev.litellm.dialect.openai;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import org.springframework.http.HttpHeaders;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Documents;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Decoder of OpenAI's stream: chunks, then {@code [DONE]}; an error may come instead.
 */
final class ChunkDecoder implements FrameDecoder<ChatChunk> {

	private static final byte[] DONE = { '[', 'D', 'O', 'N', 'E', ']' };

	private static final HttpHeaders NO_HEADERS = new HttpHeaders();

	private final OpenAiErrors errors;

	private final SchemaTool tool;

	private final ChatEnvelope envelope;

	private final SchemaChunks schema;

	private final ChunkAnswers answers = new ChunkAnswers();

	private boolean done;

	private boolean finished;

	private boolean begun;

	private final Documents<@Nullable ChatChunk> documents = new Documents<>(this::read);

	private @Nullable ChatChunk last;

	ChunkDecoder(OpenAiErrors errors, SchemaTool tool, ChatEnvelope envelope) {
		this.errors = errors;
		this.tool = tool;
		this.envelope = envelope;
		this.schema = new SchemaChunks(tool);
	}

	@Override
	public void frame(@Nullable String event, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (isDone(bytes, offset, length)) {
			this.done = true;
			return;
		}
		ChatChunk chunk = read(event, bytes, offset, length);
		if (chunk == null) {
			return;
		}
		this.last = chunk;
		Object error = Answers.error(chunk, "error".equals(event));
		if (error != null) {
			throw this.errors.within(error, NO_HEADERS).asException();
		}
		this.begun = true;
		ChatChunk answer = this.answers.of(this.schema.of(chunk));
		for (ChunkChoice choice : answer.choices()) {
			this.finished |= choice.finishReason() != null;
		}
		out.accept(answer);
	}

	private static boolean isDone(byte[] bytes, int offset, int length) {
		int end = offset + length;
		while (end > offset && bytes[end - 1] <= ' ') {
			end--;
		}
		if (end - offset != DONE.length) {
			return false;
		}
		for (int i = 0; i < DONE.length; i++) {
			if (bytes[offset + i] != DONE[i]) {
				return false;
			}
		}
		return true;
	}

	private @Nullable ChatChunk read(JsonParser parser) {
		return this.envelope.chunk(parser, this.last);
	}

	private @Nullable ChatChunk read(@Nullable String event, byte[] bytes, int offset, int length) {
		try {
			return this.documents.read(bytes, offset, length);
		}
		catch (JacksonException ex) {
			String text = Failures.excerpt(new String(bytes, offset, length, StandardCharsets.UTF_8));
			throw Failure
				.of(ErrorKind.INVALID_RESPONSE,
						"an event of the stream is not a chunk" + ((event != null) ? " (" + event + ")" : "") + ": "
								+ text)
				.asException();
		}
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		this.answers.end(out);
		if (this.finished || (this.done && this.begun)) {
			return;
		}
		throw ChunkWriter.endedEarly(this.begun).asException();
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		ChatResponse response = ChatCodec.answer(reply, this.envelope, this.errors, this.tool);
		this.begun = true;
		this.done = true;
		out.accept(ChatChunk.of(response));
	}

	@Override
	public boolean isDone() {
		return this.done;
	}

}
