package dev.litellm.dialect.openai.responses;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import dev.litellm.error.Failure;

/**
 * Reader of errors that come with a status of success, or within a stream.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ErrorReader {

	/**
	 * Return the failure that an error tells.
	 * @param error the error's object or text
	 * @param headers the headers of the answer that held it
	 * @return the failure
	 */
	Failure within(@Nullable Object error, HttpHeaders headers);

}
