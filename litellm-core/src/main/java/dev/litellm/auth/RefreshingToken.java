package dev.litellm.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import dev.litellm.error.FailureException;

/**
 * Keeper of a token: whatever the number of calls, one exchange is under way at a time;
 * it begins ahead of the token's end, while calls go on with the token that is still
 * good, and where it fails they do so until the end. Such a failure is logged as a
 * warning, since no call tells of it.
 *
 * @since 0.1.0
 */
public final class RefreshingToken {

	private static final Log logger = LogFactory.getLog(RefreshingToken.class);

	/** How long a failed refresh is not tried again while a token is still good. */
	private static final Duration PAUSE = Duration.ofSeconds(10);

	/** A token that may expire on the way is used only where there is no other. */
	private static final Duration MARGIN = Duration.ofSeconds(10);

	private final String provider;

	private final Supplier<Mono<Token>> exchange;

	private final Clock clock;

	private final AtomicReference<Sinks.@Nullable One<Token>> flight = new AtomicReference<>();

	private final AtomicReference<@Nullable Token> token = new AtomicReference<>();

	private volatile Instant pausedUntil = Instant.MIN;

	/**
	 * Create a keeper.
	 * @param provider whose token it is
	 * @param exchange gets a new token; it has a time limit of its own
	 * @param clock tells when a token expires
	 */
	public RefreshingToken(String provider, Supplier<Mono<Token>> exchange, Clock clock) {
		this.provider = provider;
		this.exchange = exchange;
		this.clock = clock;
	}

	/**
	 * Return a token that is good.
	 * @return the token, or why there is none
	 */
	public Mono<Token> get() {
		return Mono.defer(() -> {
			Token known = this.token.get();
			Instant now = this.clock.instant();
			if (known == null || !now.isBefore(known.expires())) {
				return exchange(known);
			}
			if (!now.isBefore(known.expires().minus(MARGIN))) {
				return exchange(known).onErrorReturn((ex) -> this.clock.instant().isBefore(known.expires()), known);
			}
			if (!now.isBefore(known.refresh()) && !now.isBefore(this.pausedUntil)) {
				exchange(known);
			}
			return Mono.just(known);
		});
	}

	/**
	 * Return an access that is made of a good token; when it is refused, the token is
	 * dropped.
	 * @param maker makes the access
	 * @return the access, or why there is none
	 */
	public Mono<Access> access(Function<Token, Access> maker) {
		return get().map((token) -> maker.apply(token).whenRefused(() -> drop(token)));
	}

	/**
	 * Return an access whose bearer is a good token.
	 * @return the access, or why there is none
	 */
	public Mono<Access> bearer() {
		return access((token) -> Access.bearer(token.value()));
	}

	/**
	 * Drop a token that was refused; one that has been got since stays.
	 * @param refused the token
	 */
	public void drop(Token refused) {
		this.token.compareAndSet(refused, null);
	}

	private Mono<Token> exchange(@Nullable Token known) {
		Sinks.One<Token> mine = Sinks.one();
		Sinks.One<Token> running = this.flight.compareAndExchange(null, mine);
		if (running != null) {
			return running.asMono();
		}
		Token since = this.token.get();
		if (since != null && since != known) {
			this.flight.set(null);
			mine.tryEmitValue(since);
			return mine.asMono();
		}
		Mono.defer(this.exchange).subscribe((token) -> {
			this.token.set(token);
			this.flight.set(null);
			mine.tryEmitValue(token);
		}, (error) -> {
			warn(error);
			this.pausedUntil = this.clock.instant().plus(PAUSE);
			this.flight.set(null);
			mine.tryEmitError(error);
		}, () -> {
			if (this.flight.compareAndSet(mine, null)) {
				mine.tryEmitEmpty();
			}
		});
		return mine.asMono();
	}

	private void warn(Throwable error) {
		Token good = this.token.get();
		if (good != null && this.clock.instant().isBefore(good.expires())) {
			logger.warn("No new token for provider '" + this.provider + "': calls go on with the old one until "
					+ good.expires().truncatedTo(ChronoUnit.SECONDS) + " ("
					+ ((error instanceof FailureException) ? error.getMessage() : error.getClass().getSimpleName())
					+ ")");
		}
	}

}
