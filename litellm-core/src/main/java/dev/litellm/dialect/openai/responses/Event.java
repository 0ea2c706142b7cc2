package dev.litellm.dialect.openai.responses;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An event of a streamed response, as far as it matters.
 *
 * @param type its type
 * @param delta the text that it adds, or an empty one
 * @param place which item it is about: its place in the output, else its id
 * @param summary the place of its part in a summary
 * @param rest the other members that matter
 */
record Event(String type, String delta, Object place, int summary, Map<String, @Nullable Object> rest) {

}
