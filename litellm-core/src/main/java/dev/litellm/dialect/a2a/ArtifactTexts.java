package dev.litellm.dialect.a2a;

import java.util.Set;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPieces;

/**
 * Reader of the events that tell nothing but a piece of an artifact's text.
 */
final class ArtifactTexts extends TextPieces {

	private static final String ARTIFACT = "artifact";

	/** The way to an artifact; in version 1.0 the result names what it is. */
	private static final Set<String> WAY = Set.of("result", "artifactUpdate", ARTIFACT);

	private static final Set<String> ABOUT = Set.of("jsonrpc", "id", "kind", "taskId", "contextId", "append",
			"lastChunk", "metadata", "artifactId", "name", "description", "extensions");

	ArtifactTexts(Events events) {
		super(events);
	}

	@Override
	protected boolean isPiece(JsonParser parser) {
		return isPiece(parser, false);
	}

	private boolean isPiece(JsonParser parser, boolean artifact) {
		boolean plain = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken token = parser.nextToken();
			if (token == JsonToken.START_OBJECT && WAY.contains(name)) {
				plain &= isPiece(parser, name.equals(ARTIFACT));
			}
			else if (token == JsonToken.START_ARRAY && artifact && name.equals("parts")) {
				plain &= isOneText(parser);
			}
			else {
				plain &= ABOUT.contains(name);
				parser.skipChildren();
			}
		}
		return plain;
	}

	private boolean isOneText(JsonParser parser) {
		boolean plain = true;
		int count = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (parser.currentToken() == JsonToken.START_OBJECT && count++ == 0) {
				plain &= isText(parser);
			}
			else {
				plain = false;
				parser.skipChildren();
			}
		}
		return plain;
	}

	private boolean isText(JsonParser parser) {
		boolean plain = true;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("text")) {
				take(parser);
			}
			else {
				plain &= name.equals("kind");
				parser.skipChildren();
			}
		}
		return plain;
	}

}
