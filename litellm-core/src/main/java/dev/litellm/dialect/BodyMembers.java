package dev.litellm.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.litellm.provider.Options;

/**
 * Members of bodies that a provider's data names, their placeholders filled.
 *
 * @since 0.1.0
 */
public final class BodyMembers {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:(model)|@([a-z-]+)(?:!([a-z-]+))?)}");

	private BodyMembers() {
	}

	/**
	 * Return the value of a member.
	 * @param value the value in the data: <code>{model}</code> is the model,
	 * <code>{&#64;name}</code> an option, <code>{&#64;name!other}</code> an option where
	 * another is not set
	 * @param target whom the body goes to
	 * @return the value, or null where it is left out
	 */
	public static @Nullable Object of(@Nullable Object value, Target target) {
		Matcher matcher = (value instanceof String text) ? PLACEHOLDER.matcher(text) : null;
		if (matcher == null || !matcher.matches()) {
			return value;
		}
		if (matcher.group(1) != null) {
			return target.model();
		}
		Options options = target.provider().options();
		boolean other = matcher.group(3) != null && options.text(matcher.group(3)) != null;
		return other ? null : options.text(matcher.group(2));
	}

}
