package dev.litellm.dialect;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * The body of a request, of which some members are taken out and others put in, token by
 * token.
 *
 * @param bytes the new body
 * @param taken the members that were taken out
 * @since 0.1.0
 */
public record Body(byte[] bytes, Map<String, @Nullable Object> taken) {

	/**
	 * Rewrite a body.
	 * @param body the body, a JSON object
	 * @param without the members to take out
	 * @param more writes members behind the others, given those that were taken out
	 * @return the new body
	 */
	public static Body of(byte[] body, Set<String> without, More more) {
		Map<String, @Nullable Object> taken = new Members();
		byte[] bytes = Json.bytes((generator) -> {
			generator.writeStartObject();
			copy(body, without, taken, generator);
			more.write(generator, taken);
			generator.writeEndObject();
		});
		return new Body(bytes, taken);
	}

	private static void copy(byte[] body, Set<String> without, Map<String, @Nullable Object> taken,
			JsonGenerator generator) {
		try (JsonParser parser = Json.parser(body, 0, body.length)) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				parser.nextToken();
				if (without.contains(name)) {
					taken.put(name, Json.read(parser));
				}
				else {
					generator.writeName(name);
					generator.copyCurrentStructure(parser);
				}
			}
		}
	}

	/**
	 * Writer of further members.
	 */
	@FunctionalInterface
	public interface More {

		void write(JsonGenerator generator, Map<String, @Nullable Object> taken);

	}

}
