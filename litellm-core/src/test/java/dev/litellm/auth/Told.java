package dev.litellm.auth;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * All that is logged meanwhile, at the level of debugging.
 */
final class Told implements AutoCloseable {

	private final Queue<String> lines = new ConcurrentLinkedQueue<>();

	private final CompletableFuture<String> warning = new CompletableFuture<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			Told.this.lines.add(event.getFormattedMessage() + ((event.getThrowableProxy() != null)
					? ThrowableProxyUtil.asString(event.getThrowableProxy()) : ""));
			if (event.getLoggerName().equals(RefreshingToken.class.getName())) {
				Told.this.warning.complete(event.getLevel() + " " + event.getFormattedMessage());
			}
		}

	};

	Told() {
		this.root.setLevel(Level.DEBUG);
		this.root.iteratorForAppenders().forEachRemaining((present) -> present.addFilter(new Quiet()));
		this.appender.start();
		this.root.addAppender(this.appender);
	}

	/**
	 * Return what was logged and what a failure tells, with what it was caused by.
	 * @param failure the failure
	 * @param others others that may tell something
	 * @return all of it
	 */
	String with(Throwable failure, Object... others) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text, true));
		for (Object other : others) {
			text.append(other.toString()).append('\n');
		}
		return text + String.join("\n", this.lines);
	}

	/**
	 * Return the first that a keeper of tokens logs.
	 * @return a future to wait on
	 */
	CompletableFuture<String> warning() {
		return this.warning;
	}

	@Override
	public void close() {
		this.root.detachAppender(this.appender);
		this.root.iteratorForAppenders().forEachRemaining((present) -> present.clearAllFilters());
		this.root.setLevel(this.level);
	}

	private static final class Quiet extends ch.qos.logback.core.filter.Filter<ILoggingEvent> {

		@Override
		public ch.qos.logback.core.spi.FilterReply decide(ILoggingEvent event) {
			return ch.qos.logback.core.spi.FilterReply.DENY;
		}

	}

}
