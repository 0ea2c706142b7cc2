package dev.litellm.dialect;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.transport.WireRequest;

/**
 * The form in which a server takes the requests of a format: where it is asked, and what
 * stands in the body, in headers and in the address.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RequestForm {

	/**
	 * Make a request.
	 * @param body the members of the body in the format; may be changed
	 * @param headers the headers; may be changed
	 * @param target whom it goes to
	 * @param stream whether the answer is to be streamed
	 * @return the request to send
	 */
	WireRequest make(Map<String, @Nullable Object> body, Map<String, String> headers, Target target, boolean stream);

}
