package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;

import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * Reader of the path of a value within the arguments of a call, as
 * {@code $.items[0]['a.b']}.
 */
final class ArgumentPath {

	private static final int DEEPEST = 100;

	private final String path;

	private int at;

	private ArgumentPath(String path) {
		this.path = path;
		this.at = path.startsWith("$") ? 1 : 0;
	}

	/**
	 * Read a path.
	 * @param path the path
	 * @return its steps, names as texts and places in lists as numbers; the first is a
	 * name
	 * @throws FailureException if it does not lead to one value
	 */
	static List<Object> read(String path) {
		ArgumentPath reader = new ArgumentPath(path);
		List<Object> steps = new ArrayList<>(2);
		while (reader.at < path.length() && steps.size() <= DEEPEST) {
			steps.add(reader.step());
		}
		if (steps.isEmpty() || steps.size() > DEEPEST || !(steps.get(0) instanceof String)) {
			throw invalid(path);
		}
		return steps;
	}

	static FailureException invalid(String path) {
		return Failure
			.of(ErrorKind.INVALID_RESPONSE,
					"the path of an argument cannot be followed: '" + Failures.excerpt(path) + "'")
			.asException();
	}

	private Object step() {
		if (peek() != '[') {
			return name();
		}
		this.at++;
		Object step = (peek() == '\'' || peek() == '"') ? quoted(peek()) : place();
		if (peek() != ']') {
			throw invalid(this.path);
		}
		this.at++;
		return step;
	}

	/** Returns the character that comes next, or 0 at the end. */
	private char peek() {
		return (this.at < this.path.length()) ? this.path.charAt(this.at) : 0;
	}

	private String name() {
		this.at += (peek() == '.') ? 1 : 0;
		int start = this.at;
		while (this.at < this.path.length() && peek() != '.' && peek() != '[') {
			this.at++;
		}
		if (this.at == start) {
			throw invalid(this.path);
		}
		return this.path.substring(start, this.at);
	}

	private Integer place() {
		int start = this.at;
		while (peek() >= '0' && peek() <= '9') {
			this.at++;
		}
		if (this.at == start || this.at - start > 9) {
			throw invalid(this.path);
		}
		return Integer.valueOf(this.path.substring(start, this.at));
	}

	/** The names between quotes are written as in JSON, but for the quotes. */
	private String quoted(char quote) {
		int start = ++this.at;
		while (this.at < this.path.length() && peek() != quote) {
			this.at += (peek() == '\\') ? 2 : 1;
		}
		String name = this.path.substring(start, Math.min(this.at++, this.path.length()));
		try {
			String json = (quote == '"') ? name : name.replace("\\'", "'").replace("\"", "\\\"");
			return Values.text(Json.read('"' + json + '"'), "");
		}
		catch (JacksonException ex) {
			throw invalid(this.path);
		}
	}

}
