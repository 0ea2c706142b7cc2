package dev.litellm.dialect.langflow;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Json;

/**
 * Reader of what a run has come to: the text of its first output that has one. An output
 * tells its text several times, of which one is made.
 */
final class RunReader {

	private static final String OUTPUTS = "outputs";

	private static final String MESSAGE = "message";

	private @Nullable String text;

	private @Nullable Object session;

	@Nullable String text() {
		return this.text;
	}

	@Nullable Object session() {
		return this.session;
	}

	/**
	 * Read an answer.
	 * @param parser stands on its start, and after the call on its end
	 * @return this
	 */
	RunReader read(JsonParser parser) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (name.equals(FlowCodec.SESSION)) {
				this.session = Json.read(parser);
			}
			else if (name.equals(OUTPUTS) && token == JsonToken.START_ARRAY) {
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					run(parser);
				}
			}
			else {
				parser.skipChildren();
			}
		}
		return this;
	}

	private void run(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return;
		}
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean outputs = parser.currentName().equals(OUTPUTS);
			if (parser.nextToken() == JsonToken.START_ARRAY && outputs) {
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					String said = output(parser);
					this.text = (this.text != null) ? this.text : said;
				}
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private static @Nullable String output(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return null;
		}
		String result = null;
		String first = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (name.equals("results")) {
				result = text(parser, MESSAGE, "text");
			}
			else if (name.equals("messages") && token == JsonToken.START_ARRAY) {
				first = first(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		return (result != null) ? result : first;
	}

	private static @Nullable String first(JsonParser parser) {
		if (parser.nextToken() == JsonToken.END_ARRAY) {
			return null;
		}
		String first = text(parser, MESSAGE, null);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			parser.skipChildren();
		}
		return first;
	}

	/**
	 * Read a member of an object.
	 * @param parser stands on the object's start, and after the call on its end
	 * @param name the member's name
	 * @param within the name of the member's own that counts where it is an object, or
	 * null
	 * @return the text, or null where there is none
	 */
	private static @Nullable String text(JsonParser parser, String name, @Nullable String within) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			return null;
		}
		String text = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			boolean wanted = parser.currentName().equals(name);
			if (parser.nextToken() == JsonToken.VALUE_STRING && wanted) {
				text = parser.getString();
			}
			else if (wanted && within != null) {
				text = text(parser, within, null);
			}
			else {
				parser.skipChildren();
			}
		}
		return text;
	}

}
