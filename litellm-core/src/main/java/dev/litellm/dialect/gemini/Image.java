package dev.litellm.dialect.gemini;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.DataUrl;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * A picture that the model has made.
 *
 * @param data the picture
 * @param thought whether it is a thought on the way to the answer
 * @param signature the signature of the thought that led to it, without which the next
 * turn is refused, or null
 */
record Image(DataUrl data, boolean thought, @Nullable String signature) {

	private static final String THOUGHT = "thought";

	/**
	 * Return the picture as a message holds it.
	 * @param index its place among the message's pictures
	 * @return an item of {@code images}
	 */
	Map<String, @Nullable Object> member(int index) {
		Members member = new Members(4).add("image_url", Map.of("url", this.data.url(), "detail", "auto"))
			.add("index", index)
			.add("type", "image_url");
		Members fields = new Members();
		if (this.thought) {
			fields.add(THOUGHT, true);
		}
		if (this.signature != null) {
			fields.add(Calls.SIGNATURE, this.signature);
		}
		return fields.isEmpty() ? member : member.add(Calls.FIELDS, fields);
	}

	/**
	 * Return the signature of a picture within a message.
	 * @param member the item of {@code images}
	 * @return the signature, or null where it carries none
	 */
	static @Nullable String signature(Map<?, ?> member) {
		return Values.text(Values.fields(member.get(Calls.FIELDS)).get(Calls.SIGNATURE));
	}

	/**
	 * Return a picture as it goes back.
	 * @param part the picture alone
	 * @param member the item of {@code images} that it comes from
	 * @return the part, as it once came
	 */
	static Part part(Part part, Map<?, ?> member) {
		boolean thought = Boolean.TRUE.equals(Values.fields(member.get(Calls.FIELDS)).get(THOUGHT));
		return (thought ? part.with(THOUGHT, true) : part).signed(signature(member));
	}

}
