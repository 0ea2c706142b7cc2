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
 * Kinds of what goes wrong on the way to a provider and back.
 */
final class TransportFailures {

	private TransportFailures() {
	}

	static Throwable translate(Throwable error) {
		if (error instanceof FailureException) {
			return error;
		}
		Throwable cause = (error instanceof WebClientRequestException request && request.getCause() != null)
				? request.getCause() : error;
		if (isTimeout(cause)) {
			return Failure.of(ErrorKind.TIMEOUT, "no answer in time: " + describe(cause), cause).asException();
		}
		if (cause instanceof IOException || cause instanceof RuntimeException) {
			return Failure.of(ErrorKind.CONNECTION, describe(cause), cause).asException();
		}
		return error;
	}

	private static boolean isTimeout(Throwable cause) {
		String name = cause.getClass().getSimpleName();
		return cause instanceof TimeoutException || name.contains("Timeout");
	}

	private static String describe(Throwable cause) {
		if (cause instanceof UnknownHostException) {
			return "unknown host " + cause.getMessage() + "; check the provider's base URL";
		}
		if (cause instanceof ConnectException) {
			return "cannot connect, " + cause.getMessage() + "; is the server up, and its base URL right?";
		}
		if (cause instanceof SSLException) {
			return "no secure connection, " + cause.getMessage() + "; a private certificate needs an SSL bundle";
		}
		String message = cause.getMessage();
		return (message != null) ? "connection failed, " + message : "connection failed, " + cause.getClass().getName();
	}

}
