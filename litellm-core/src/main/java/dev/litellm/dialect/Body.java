package dev.litellm.dialect;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.transport.WireBody;

/**
 * The body of a request, of which some members are taken out and others put in.
 *
 * @param body the new body
 * @param taken the members that were taken out
 * @since 0.1.0
 */
public record Body(WireBody body, Map<String, @Nullable Object> taken) {

	/**
	 * Take members out of a body.
	 * @param body the body, a JSON object
	 * @param without the members to take out
	 * @return the new body
	 */
	public static Body of(WireBody body, Set<String> without) {
		return of(body, without, (members, taken) -> {
		});
	}

	/**
	 * Rewrite a body.
	 * @param body the body, a JSON object
	 * @param without the members to take out
	 * @param more puts members behind the others, given those that were taken out
	 * @return the new body
	 */
	public static Body of(WireBody body, Set<String> without,
			BiConsumer<Map<String, @Nullable Object>, Map<String, @Nullable Object>> more) {
		Map<String, @Nullable Object> taken = new Members();
		Map<String, @Nullable Object> members = new Members();
		Values.fields(body.value()).forEach((key, value) -> {
			String name = String.valueOf(key);
			(without.contains(name) ? taken : members).put(name, value);
		});
		more.accept(members, taken);
		return new Body(WireBody.json(members), taken);
	}

}
