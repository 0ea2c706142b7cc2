package dev.litellm.dialect.gigachat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * A conversation as GigaChat takes it: a system message at the beginning only, and one
 * call of a function in a message, followed by its result.
 */
final class Turns {

	/** Where a message keeps what GigaChat wants back with a call. */
	static final String STATE = "functions_state_id";

	static final String FIELDS = "provider_specific_fields";

	private final Target target;

	private final Uploads uploads;

	private final List<Turn> turns = new ArrayList<>();

	private final Map<String, Message> results = new LinkedHashMap<>();

	private final Map<String, @Nullable String> names = new LinkedHashMap<>();

	Turns(Target target, Uploads uploads) {
		this.target = target;
		this.uploads = uploads;
	}

	List<Turn> of(List<Message> messages) {
		for (Message message : messages) {
			if (message.toolCallId() != null) {
				this.results.put(message.toolCallId(), message);
			}
		}
		for (Message message : messages) {
			switch (message.role()) {
				case "system", "developer" -> said(this.turns.isEmpty() ? "system" : "user", message);
				case "assistant" -> assistant(message);
				case "tool", "function" -> {
					if (message.toolCallId() == null || this.results.containsKey(message.toolCallId())) {
						result(message, this.names.getOrDefault(message.toolCallId(), message.name()));
					}
				}
				default -> said(message.role(), message);
			}
		}
		return this.turns;
	}

	private void said(String role, Message message) {
		this.turns.add(new Turn(role, null, text(message), attachments(message), null, null));
	}

	/** Parts of text stay parted, by a line break. */
	private static String text(Message message) {
		return message.parts().isEmpty() ? message.text()
				: message.parts()
					.stream()
					.filter(ContentPart.Text.class::isInstance)
					.map((part) -> ((ContentPart.Text) part).text())
					.collect(Collectors.joining("\n"));
	}

	private void assistant(Message message) {
		List<ToolCall> calls = message.toolCalls();
		this.turns.add(new Turn("assistant", null, text(message), attachments(message),
				Values.fields(message.extra().get(FIELDS)).get(STATE),
				calls.isEmpty() ? null : new Turn.Call(calls.get(0))));
		for (int i = 0; i < calls.size(); i++) {
			ToolCall call = calls.get(i);
			if (i > 0) {
				this.turns.add(new Turn("assistant", null, "", List.of(), null, new Turn.Call(call)));
			}
			String id = String.valueOf(call.id());
			this.names.put(id, call.name());
			Message result = (calls.size() > 1) ? this.results.remove(id) : null;
			if (result != null) {
				result(result, call.name());
			}
		}
	}

	private void result(Message message, @Nullable String name) {
		this.turns.add(new Turn("function", Objects.requireNonNullElse(name, ""), json(message.text()), List.of(), null,
				null));
	}

	/** Results of functions are JSON. */
	private static String json(String text) {
		try (JsonParser parser = Json.parser(text)) {
			if (parser.nextToken() != null) {
				parser.skipChildren();
				if (parser.nextToken() == null) {
					return text;
				}
			}
		}
		catch (JacksonException ex) {
			// it is a plain text
		}
		return Json.text((Object) text);
	}

	private List<Object> attachments(Message message) {
		if (message.parts().isEmpty()) {
			return List.of();
		}
		List<Object> attachments = new ArrayList<>(1);
		message.parts().forEach((part) -> attach(part, attachments));
		return attachments;
	}

	private void attach(ContentPart part, List<Object> attachments) {
		if (part instanceof ContentPart.Image image) {
			if (!DataUrl.is(image.url())) {
				throw Failure.of(ErrorKind.BAD_REQUEST,
						"GigaChat takes pictures that are uploaded only, and the library fetches no addresses for a "
								+ "caller: give a data: URL in place of '" + image.url() + "'")
					.asException();
			}
			this.uploads.add(DataUrl.parse(image.url(), image.format()), attachments);
		}
		else if (part instanceof ContentPart.Audio audio) {
			this.uploads.add(new DataUrl("audio/" + audio.format(), audio.data()), attachments);
		}
		else if (part instanceof ContentPart.File file) {
			DataUrl content = DataUrl.of(file.file(), "application/pdf");
			Object id = file.file().get("file_id");
			if (content != null) {
				this.uploads.add(content, attachments);
			}
			else if (id != null) {
				attachments.add(id);
			}
		}
		else if (!(part instanceof ContentPart.Text)) {
			Unsupported.part(part, this.target, "text, images, sound and files");
		}
	}

}
