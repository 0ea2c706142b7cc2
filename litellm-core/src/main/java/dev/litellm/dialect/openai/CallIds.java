package dev.litellm.dialect.openai;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;

/**
 * Ids of calls for providers that take none but nine letters and digits: another
 * provider's id becomes one, the same for the call and its result.
 */
final class CallIds {

	private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final Pattern NINE = Pattern.compile("[A-Za-z0-9]{9}");

	private CallIds() {
	}

	static List<Message> nine(List<Message> messages) {
		return messages.stream().map(CallIds::nine).toList();
	}

	private static Message nine(Message message) {
		if (message.toolCallId() == null && message.toolCalls().isEmpty()) {
			return message;
		}
		List<ToolCall> calls = message.toolCalls()
			.stream()
			.map((call) -> new ToolCall(call.index(), nine(call.id()), call.type(), call.name(), call.arguments(),
					call.extra()))
			.toList();
		return new Message(message.role(), message.content(), message.parts(), message.reasoningContent(),
				message.thinkingBlocks(), calls, nine(message.toolCallId()), message.name(), message.extra());
	}

	private static @Nullable String nine(@Nullable String id) {
		if (id == null || NINE.matcher(id).matches()) {
			return id;
		}
		byte[] hash = hash(id);
		StringBuilder nine = new StringBuilder(9);
		for (int i = 0; i < 9; i++) {
			nine.append(SIGNS.charAt((hash[i] & 0xff) % SIGNS.length()));
		}
		return nine.toString();
	}

	private static byte[] hash(String id) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
