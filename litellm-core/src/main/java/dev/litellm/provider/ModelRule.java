package dev.litellm.provider;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Which name a model goes out by, and where to, where a provider wants more than the name
 * that the caller gave.
 *
 * @param pattern what the whole name must match
 * @param model the name that goes out; {@code $0}, {@code $1} … are the match and its
 * groups
 * @param base what is added to the base URL if it begins with a slash, else what stands
 * for the provider's own base URL, or with {@code @name=value} an option that is set; or
 * null
 * @since 0.1.0
 */
public record ModelRule(Pattern pattern, String model, @Nullable String base) {

	/**
	 * Read rules from text.
	 * @param text {@code REGEX=>NAME;REGEX=>NAME=>BASE…}; may be empty
	 * @return the rules
	 */
	public static List<ModelRule> parse(String text) {
		return text.isEmpty() ? List.of() : Stream.of(text.split(";")).map(ModelRule::one).toList();
	}

	private static ModelRule one(String text) {
		String[] parts = text.split("=>");
		if (parts.length < 2 || parts.length > 3) {
			throw new IllegalArgumentException(
					"'model=" + text + "' is not of the form REGEX=>NAME or REGEX=>NAME=>BASE");
		}
		return new ModelRule(Pattern.compile(parts[0]), parts[1], (parts.length == 3) ? parts[2] : null);
	}

	/**
	 * Apply this rule.
	 * @param name the name that the caller gave
	 * @return what it makes of the name, or null where it does not match
	 */
	public @Nullable Route apply(String name) {
		Matcher matcher = this.pattern.matcher(name);
		if (!matcher.matches()) {
			return null;
		}
		String model = matcher.replaceFirst(this.model);
		String base = (this.base != null) ? this.pattern.matcher(name).replaceFirst(this.base) : null;
		if (base == null || base.charAt(0) != Options.MARK) {
			return new Route(model, base, Map.of());
		}
		int equals = base.indexOf('=');
		return new Route(model, null, Map.of(base.substring(1, equals), base.substring(equals + 1)));
	}

	/**
	 * What a rule makes of a name.
	 *
	 * @param model the name that goes out
	 * @param base what is added to the base URL, or stands for it, or null
	 * @param options options that the name sets
	 */
	public record Route(String model, @Nullable String base, Map<String, String> options) {

		/**
		 * Return the base URL of this model.
		 * @param baseUrl the provider's base URL, or null where none is known
		 * @param given whether the application gave it
		 * @return the base URL, or null where none is known
		 */
		public @Nullable String baseUrl(@Nullable String baseUrl, boolean given) {
			if (this.base == null) {
				return baseUrl;
			}
			if (this.base.startsWith("/")) {
				return (baseUrl != null) ? baseUrl + this.base : null;
			}
			return given ? baseUrl : this.base;
		}

	}

}
