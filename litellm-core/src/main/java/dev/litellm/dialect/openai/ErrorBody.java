package dev.litellm.dialect.openai;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Json;

/**
 * What an error's body says, whatever shape it has.
 *
 * @param message the text, or null
 * @param code the code, else the type, or null
 * @param type the type, or an empty string
 * @param status the HTTP status that the body tells, or 0
 */
record ErrorBody(@Nullable String message, @Nullable String code, String type, int status) {

	private static final ErrorBody NONE = new ErrorBody(null, null, "", 0);

	private static final List<String> MESSAGES = List.of("message", "detail", "error", "error_message", "description",
			"msg", "title");

	private static final List<String> STATUSES = List.of("status", "status_code", "raw_status_code", "http_status",
			"code");

	/**
	 * Read a body: an object with {@code error}, {@code errors} or {@code detail}, the
	 * error itself, or a list of errors.
	 * @param body JSON, or null
	 * @return what it says
	 */
	static ErrorBody of(@Nullable Object body) {
		if (body instanceof List<?> items) {
			return items.isEmpty() ? NONE : of(items.get(0));
		}
		if (body instanceof String text) {
			return new ErrorBody(text, null, "", 0);
		}
		if (!(body instanceof Map<?, ?> fields)) {
			return NONE;
		}
		Object inner = inner(fields);
		if (inner == null) {
			return flat(fields);
		}
		ErrorBody told = of(inner);
		ErrorBody around = flat(fields);
		return new ErrorBody((told.message != null) ? told.message : Json.text(inner),
				(told.code != null) ? told.code : around.code, told.type.isEmpty() ? around.type : told.type,
				(told.status != 0) ? told.status : around.status);
	}

	private static @Nullable Object inner(Map<?, ?> fields) {
		Object error = fields.get("error");
		if (error instanceof Map<?, ?> || (error instanceof String && !fields.containsKey("message"))) {
			return error;
		}
		if (fields.get("errors") instanceof List<?> errors && !errors.isEmpty()) {
			return errors;
		}
		if (fields.get("detail") instanceof Map<?, ?> detail && detail.get("error") != null) {
			return detail;
		}
		return (fields.get("status") instanceof Map<?, ?> status) ? status : null;
	}

	private static ErrorBody flat(Map<?, ?> fields) {
		Object code = (fields.get("code") != null) ? fields.get("code") : fields.get("error_code");
		String type = (fields.get("type") instanceof String text) ? text : "";
		String told = (code instanceof String || code instanceof Number) ? code.toString() : null;
		return new ErrorBody(message(fields), (told != null) ? told : type.isEmpty() ? null : type, type,
				status(fields));
	}

	private static @Nullable String message(Map<?, ?> fields) {
		for (String name : MESSAGES) {
			Object value = fields.get(name);
			if (value instanceof String text && !text.isBlank()) {
				return text;
			}
			if ((value instanceof Map<?, ?> map && !map.isEmpty())
					|| (value instanceof List<?> list && !list.isEmpty())) {
				return Json.text(value);
			}
		}
		return null;
	}

	private static int status(Map<?, ?> fields) {
		for (String name : STATUSES) {
			Object value = fields.get(name);
			int number = (value instanceof Number told) ? told.intValue()
					: (value instanceof String text && text.matches("[45]\\d\\d")) ? Integer.parseInt(text) : 0;
			if (number >= 400 && number < 600) {
				return number;
			}
		}
		return 0;
	}

}
