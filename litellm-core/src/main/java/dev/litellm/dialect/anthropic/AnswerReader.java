package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.transport.WireReply;

/**
 * Reader of a whole answer of Anthropic's into OpenAI's shape. Not thread-safe.
 */
final class AnswerReader {

	private static final String EXPECTED = "a message";

	private final AnthropicErrors errors;

	private final BodyBuilder asked;

	private @Nullable String id;

	private @Nullable String model;

	private @Nullable String reason;

	private @Nullable List<AnswerBlock> content;

	private @Nullable Usages usage;

	/** What is told beside the reason. */
	private @Nullable Members ending;

	private boolean failed;

	private boolean answered;

	AnswerReader(AnthropicErrors errors, BodyBuilder asked) {
		this.errors = errors;
		this.asked = asked;
	}

	/**
	 * Read an answer.
	 * @param reply the answer
	 * @param created when it was made, in seconds since 1970
	 * @return the answer
	 * @throws dev.litellm.error.FailureException if it is an error, or no message
	 */
	ChatResponse read(WireReply reply, long created) {
		List<AnswerBlock> blocks = Failures.read(reply, EXPECTED, this::readMembers);
		if (this.failed) {
			throw this.errors.of(reply).asException();
		}
		if (blocks == null) {
			throw Failures.invalid(reply, EXPECTED, "no content").asException();
		}
		Message message = message(blocks);
		Choice choice = new Choice(0, message, finish(this.reason, this.answered && message.toolCalls().isEmpty()),
				this.reason, (this.ending != null) ? this.ending : Map.of());
		return new ChatResponse(this.id, created, this.model, List.of(choice),
				(this.usage != null) ? this.usage.usage() : null, null, null, Map.of(), CallInfo.empty());
	}

	private @Nullable List<AnswerBlock> readMembers(JsonParser parser) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			boolean given = parser.currentToken() != JsonToken.VALUE_NULL;
			switch (name) {
				case "id" -> this.id = Tokens.text(parser);
				case "model" -> this.model = Tokens.text(parser);
				case "stop_reason" -> this.reason = Tokens.text(parser);
				case "content" -> this.content = readContent(parser);
				case "usage" -> {
					Usages usage = new Usages();
					usage.read(parser);
					this.usage = usage;
				}
				case "error" -> {
					this.failed = given;
					parser.skipChildren();
				}
				case "stop_sequence", "stop_details" -> {
					if (given) {
						this.ending = ((this.ending != null) ? this.ending : new Members()).add(name,
								Json.read(parser));
					}
				}
				default -> parser.skipChildren();
			}
		}
		return this.content;
	}

	private static @Nullable List<AnswerBlock> readContent(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			parser.skipChildren();
			return null;
		}
		List<AnswerBlock> blocks = new ArrayList<>(1);
		Tokens.items(parser, (block) -> blocks.add(AnswerBlock.read(block)));
		return blocks;
	}

	private Message message(List<AnswerBlock> blocks) {
		JoinedText text = new JoinedText();
		JoinedText reasoning = new JoinedText();
		List<ThinkingBlock> thinking = List.of();
		List<ToolCall> calls = List.of();
		for (AnswerBlock block : blocks) {
			switch (block.type()) {
				case "text" -> text.add(block.text());
				case "thinking", "redacted_thinking" -> {
					thinking = plus(thinking, block.thought());
					reasoning.add(block.text());
				}
				case "tool_use" -> {
					if (this.asked.emulation().isAnswer(block.name())) {
						this.answered = true;
						text.add(this.asked.emulation().answerOf(block.input()));
					}
					else {
						calls = plus(calls, call(block));
					}
				}
				default -> {
				}
			}
		}
		return new Message("assistant", text.orNull(), List.of(), thinking.isEmpty() ? null : reasoning.toString(),
				thinking, calls, null, null, ownBlocks(blocks, this.asked.emulation()));
	}

	/** Most answers have neither thoughts nor calls. */
	private static <T> List<T> plus(List<T> items, T item) {
		List<T> more = items.isEmpty() ? new ArrayList<>() : items;
		more.add(item);
		return more;
	}

	private ToolCall call(AnswerBlock block) {
		return new ToolCall(null, (block.id() != null) ? block.id() : "", "function",
				this.asked.names().original(block.name()), block.input(), Map.of());
	}

	/**
	 * Return what OpenAI's shape has no room for, to be sent back.
	 * @param blocks the blocks of an answer
	 * @param emulation tells the call that is the answer, which goes back as text since
	 * no result follows it
	 * @return all of them, or empty where it has room for each
	 */
	static Map<String, @Nullable Object> ownBlocks(List<AnswerBlock> blocks, SchemaTool emulation) {
		for (AnswerBlock block : blocks) {
			if (block.isOwn()) {
				return Map.of("provider_specific_fields", new Members().add(EarlierAnswers.OWN_BLOCKS,
						blocks.stream().map((each) -> kept(each, emulation)).toList()));
			}
		}
		return Map.of();
	}

	private static Map<String, @Nullable Object> kept(AnswerBlock block, SchemaTool emulation) {
		boolean answer = block.type().equals("tool_use") && emulation.isAnswer(block.name());
		return answer ? new Members(2).add("type", "text").add("text", emulation.answerOf(block.input()))
				: block.toMap();
	}

	static String finish(@Nullable String reason, boolean answeredByTool) {
		if (reason == null || answeredByTool) {
			return FinishReason.STOP;
		}
		return switch (reason) {
			case "max_tokens", "model_context_window_exceeded", "compaction" -> FinishReason.LENGTH;
			case "tool_use" -> FinishReason.TOOL_CALLS;
			case "refusal" -> FinishReason.CONTENT_FILTER;
			default -> FinishReason.STOP;
		};
	}

}
