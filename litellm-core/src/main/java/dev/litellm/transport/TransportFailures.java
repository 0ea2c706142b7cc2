package dev.litellm.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.springframework.web.reactive.function.client.WebClientRequestException;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;

/**
 * Kinds of what goes wrong on the way to a provider and back. Their messages hold no
 * request: neither its address, which may have a key in its query, nor its headers.
 */
final class TransportFailures {

	private static final String CODEC = "io.netty.handler.codec.";

	private TransportFailures() {
	}

	static Throwable translate(Throwable error) {
		if (error instanceof FailureException) {
			return error;
		}
		Throwable cause = (error instanceof WebClientRequestException request && request.getCause() != null)
				? request.getCause() : error;
		if (!(cause instanceof IOException || cause instanceof TimeoutException || cause instanceof RuntimeException)) {
			return error;
		}
		return failure(cause).asException();
	}

	private static Failure failure(Throwable cause) {
		if (isTimeout(cause)) {
			return Failure.of(ErrorKind.TIMEOUT, describeTimeout(cause), cause);
		}
		if (cause instanceof IllegalArgumentException || cause.getClass().getName().startsWith(CODEC)) {
			return Failure.of(ErrorKind.INVALID_RESPONSE,
					"the answer is not proper HTTP" + message(cause) + "; is this the provider's base URL?", cause);
		}
		return Failure.of(ErrorKind.CONNECTION, describe(cause), cause);
	}

	private static boolean isTimeout(Throwable cause) {
		return cause instanceof TimeoutException || cause.getClass().getSimpleName().contains("Timeout");
	}

	private static String describeTimeout(Throwable cause) {
		return cause.getClass().getSimpleName().contains("Connect")
				? "no connection in time" + message(cause)
						+ " (connect timeout); raise litellm.timeouts.connect if the way is long"
				: "no answer in time" + message(cause);
	}

	private static String describe(Throwable cause) {
		if (cause instanceof UnknownHostException) {
			return "unknown host" + message(cause) + "; check the provider's base URL";
		}
		if (cause instanceof ConnectException) {
			return "cannot connect" + message(cause) + "; is the server up, and its base URL right?";
		}
		if (cause instanceof SSLException) {
			return "no secure connection" + message(cause) + "; a private certificate needs an SSL bundle";
		}
		return "connection failed"
				+ ((cause.getMessage() != null) ? message(cause) : ", " + cause.getClass().getName());
	}

	private static String message(Throwable cause) {
		return (cause.getMessage() != null) ? ", " + cause.getMessage() : "";
	}

}
