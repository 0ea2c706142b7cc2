package dev.litellm.json;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.JsonRecyclerPools;

import org.springframework.util.FastByteArrayOutputStream;

/**
 * Reader and writer of the wire's JSON as plain Java values: maps, lists, strings,
 * numbers, booleans and null.
 *
 * @since 0.1.0
 */
public final class Json {

	private static final JsonFactory FACTORY = factory().build();

	/**
	 * Parsers of streams are not closed: what they took from a pool would not go back.
	 */
	private static final JsonFactory FEEDABLE = factory().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();

	private Json() {
	}

	private static JsonFactoryBuilder factory() {
		return JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build());
	}

	static JsonParser feedable() {
		return FEEDABLE.createNonBlockingByteArrayParser(ObjectReadContext.empty());
	}

	public static JsonParser parser(byte[] bytes, int offset, int length) {
		return FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length);
	}

	public static JsonParser parser(String json) {
		return FACTORY.createParser(ObjectReadContext.empty(), json);
	}

	/**
	 * Write JSON through a generator.
	 * @param content what to write
	 * @return its UTF-8 bytes
	 * @throws IllegalArgumentException if it cannot be written, for example since it is
	 * nested very deep
	 */
	public static byte[] bytes(Consumer<JsonGenerator> content) {
		FastByteArrayOutputStream out = new FastByteArrayOutputStream(512);
		write(out, content);
		return out.toByteArrayUnsafe();
	}

	/**
	 * Write JSON through a generator.
	 * @param out where to, in UTF-8; long texts go to it as they are where it takes
	 * {@link TextPart}s
	 * @param content what to write
	 * @throws IllegalArgumentException if it cannot be written, for example since it is
	 * nested very deep
	 */
	public static void write(OutputStream out, Consumer<JsonGenerator> content) {
		try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
			content.accept(generator);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The request cannot be written as JSON: " + ex.getOriginalMessage(), ex);
		}
	}

	/**
	 * Write a value.
	 * @param value what {@link #frozen} takes
	 * @return its UTF-8 bytes
	 * @throws IllegalArgumentException if it cannot be written, for example since it is
	 * nested very deep
	 */
	public static byte[] bytes(@Nullable Object value) {
		return bytes((generator) -> write(generator, value));
	}

	/**
	 * Write JSON through a generator.
	 * @param content what to write
	 * @return its text, in which half a character, which UTF-8 has no bytes for, is an
	 * escape
	 */
	public static String text(Consumer<JsonGenerator> content) {
		FastByteArrayOutputStream out = new FastByteArrayOutputStream(256);
		try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
			content.accept(generator);
		}
		return utf8(out.toByteArrayUnsafe());
	}

	public static String text(@Nullable Object value) {
		return text((generator) -> write(generator, value));
	}

	/**
	 * Read a whole document.
	 * @param json the document
	 * @return its value
	 */
	public static @Nullable Object read(String json) {
		return Reader.document(parser(json));
	}

	/**
	 * Read a whole document.
	 * @param json the document in UTF-8
	 * @return its value
	 */
	public static @Nullable Object read(byte[] json) {
		return Reader.document(parser(json, 0, json.length));
	}

	/**
	 * Read some members of the object that a whole document is.
	 * @param json the document in UTF-8
	 * @param names the members' names
	 * @return those that are there, immutable; null where the document is no object
	 */
	public static @Nullable Map<String, @Nullable Object> read(byte[] json, Set<String> names) {
		return Reader.members(parser(json, 0, json.length), names);
	}

	/**
	 * Read the value at the parser's current token.
	 * @param parser stands on the value's first token, and after the call on its last
	 * @return the value, immutable
	 */
	public static @Nullable Object read(JsonParser parser) {
		return Reader.read(parser);
	}

	/**
	 * Read the object at the parser's current token.
	 * @param parser stands on the object's start, and after the call on its end
	 * @return its members in their order, as a map that may be changed, of immutable
	 * values
	 */
	public static Map<String, @Nullable Object> readObject(JsonParser parser) {
		return Reader.object(parser);
	}

	/**
	 * Read the object at the parser's current token.
	 * @param parser stands on the object's start, and after the call on its end
	 * @return its members in their order, immutable
	 */
	public static Map<String, @Nullable Object> readMembers(JsonParser parser) {
		return Reader.members(parser);
	}

	/**
	 * Return an immutable copy of an object's members, however deep they are.
	 * @param members JSON values by name: maps, iterables, arrays, texts, numbers,
	 * booleans, null, {@link Writable}s, enums by name, ids, addresses and times as texts
	 * @return the copy, or what was given if it is one already
	 * @throws IllegalArgumentException if a value is none of these
	 */
	public static Map<String, @Nullable Object> frozen(Map<String, ? extends @Nullable Object> members) {
		if (members.isEmpty()) {
			return Map.of();
		}
		return (members instanceof Members few && few.isFrozen()) ? few.toMap()
				: asMap((members instanceof FrozenMap) ? members : new Freezer().freeze(members));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, @Nullable Object> asMap(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? (Map<String, @Nullable Object>) map : Map.of();
	}

	/**
	 * Write a value.
	 * @param generator where to
	 * @param value what {@link #frozen} takes
	 */
	public static void write(JsonGenerator generator, @Nullable Object value) {
		Writer.write(generator, value);
	}

	/**
	 * Write a member of an object.
	 * @param generator stands inside the object
	 * @param name the member's name
	 * @param value its value, what {@link #frozen} takes
	 */
	public static void write(JsonGenerator generator, String name, @Nullable Object value) {
		generator.writeName(name);
		Writer.write(generator, value);
	}

	/**
	 * Write a member of an object, if there is one.
	 * @param generator stands inside the object
	 * @param name the member's name
	 * @param value its value, what {@link #frozen} takes; nothing is written for null
	 */
	public static void writeGiven(JsonGenerator generator, String name, @Nullable Object value) {
		if (value != null) {
			write(generator, name, value);
		}
	}

	public static String utf8(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/**
	 * A value that writes itself as JSON.
	 */
	@FunctionalInterface
	public interface Writable {

		void writeTo(JsonGenerator generator);

	}

}
