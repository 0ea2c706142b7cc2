package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The message of an exception as a story: what was asked, what was tried, what each said.
 */
final class Story {

	private Story() {
	}

	static String tell(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts) {
		StringBuilder text = new StringBuilder(160);
		if (model != null) {
			text.append("Call to '").append(model).append("' failed: ");
		}
		text.append(failure.kind().text());
		if (provider != null) {
			text.append(" at ").append(provider);
		}
		if (failure.status() != 0) {
			text.append(" (HTTP ").append(failure.status());
			if (failure.code() != null && !failure.code().equals(Integer.toString(failure.status()))) {
				text.append(", ").append(failure.code());
			}
			text.append(')');
		}
		text.append(": ").append(failure.message());
		if (failure.requestId() != null) {
			text.append(" [request ").append(failure.requestId()).append(']');
		}
		if (attempts.size() > 1) {
			text.append(System.lineSeparator()).append("Tried ").append(attempts.size()).append(" times:");
			int number = 1;
			for (Attempt attempt : attempts) {
				text.append(System.lineSeparator()).append("  ").append(number++).append(". ").append(attempt);
			}
		}
		return text.toString();
	}

}
