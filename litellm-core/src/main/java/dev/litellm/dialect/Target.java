package dev.litellm.dialect;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.auth.Access;
import dev.litellm.call.CallOptions;
import dev.litellm.call.Credentials;
import dev.litellm.call.Secret;
import dev.litellm.provider.Address;
import dev.litellm.provider.BaseUrls;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Quirks;
import dev.litellm.transport.WireHeaders;
import dev.litellm.transport.WireRequest;

/**
 * Whom one attempt goes to, and the notes that it leaves for the caller.
 *
 * @since 0.1.0
 */
public final class Target {

	/** Stands for the session id of the call in a provider's headers. */
	private static final String SESSION = "{session}";

	private final Provider provider;

	private final String model;

	private final String baseUrl;

	private final @Nullable Access access;

	private final Quirks quirks;

	private final CallOptions options;

	private final boolean dropUnsupported;

	/** Headers that the request calls for. */
	private final Map<String, String> more;

	private final List<String> notes;

	/**
	 * Create a target.
	 * @param provider the provider
	 * @param model the provider's own name of the model
	 * @param baseUrl the base URL without a slash at its end
	 * @param access what shows who calls, or null where nothing is needed
	 * @param quirks what provider and model differ in
	 * @param options how the call is made
	 * @param dropUnsupported whether unsupported parameters are left out
	 */
	public Target(Provider provider, String model, String baseUrl, @Nullable Access access, Quirks quirks,
			CallOptions options, boolean dropUnsupported) {
		this(provider, model, baseUrl, access, quirks, options, dropUnsupported, Map.of(), new ArrayList<>(0));
	}

	private Target(Provider provider, String model, String baseUrl, @Nullable Access access, Quirks quirks,
			CallOptions options, boolean dropUnsupported, Map<String, String> more, List<String> notes) {
		this.provider = provider;
		this.model = model;
		this.baseUrl = baseUrl;
		this.access = access;
		this.quirks = quirks;
		this.options = options;
		this.dropUnsupported = dropUnsupported;
		this.more = more;
		this.notes = notes;
	}

	/**
	 * Return this target under another name and at another path of its host, as a look-up
	 * before the call has told.
	 * @param model the model's name there
	 * @param below where it is below the base URL, with a slash at its beginning
	 * @param path the path of chats below that
	 * @return the target; its notes are this one's
	 * @throws IllegalArgumentException if it might be of another host
	 */
	public Target routed(String model, String below, String path) {
		if (!below.startsWith("/")) {
			throw new IllegalArgumentException("'" + below + "' is not below the base URL: it needs a slash before it");
		}
		Address address = this.provider.address();
		Provider routed = path.equals(address.paths().get(Operation.CHAT.name())) ? this.provider
				: this.provider.withAddress(address.withPath(Operation.CHAT.name(), path));
		return new Target(routed, model, this.baseUrl + below, this.access, this.quirks, this.options,
				this.dropUnsupported, this.more, this.notes);
	}

	/**
	 * Return this target with headers that a request calls for.
	 * @param headers the headers, before which those of the call's own go
	 * @return the target; its notes are this one's
	 */
	public Target withHeaders(Map<String, String> headers) {
		return new Target(this.provider, this.model, this.baseUrl, this.access, this.quirks, this.options,
				this.dropUnsupported, headers, this.notes);
	}

	public Provider provider() {
		return this.provider;
	}

	public String model() {
		return this.model;
	}

	public String baseUrl() {
		return this.baseUrl;
	}

	public Quirks quirks() {
		return this.quirks;
	}

	public CallOptions options() {
		return this.options;
	}

	public boolean dropUnsupported() {
		return this.dropUnsupported;
	}

	/**
	 * Return the address of an operation.
	 * @param operation the operation
	 * @return base URL and path
	 */
	public URI uri(Operation<?, ?, ?> operation) {
		return uri(operation, operation.path(), false);
	}

	/**
	 * Return the address of an operation.
	 * @param operation the operation
	 * @param standard the path where the provider's data names none; {@code {model}} in
	 * either is the model
	 * @param stream whether the answer streams, which may have a path of its own
	 * @return base URL, path and query
	 */
	public URI uri(Operation<?, ?, ?> operation, String standard, boolean stream) {
		return uri(operation.name(), standard, stream);
	}

	/**
	 * Return the address of an endpoint.
	 * @param endpoint the endpoint's name in the provider's data
	 * @param standard the path where the provider's data names none
	 * @param stream whether the answer streams, which may have a path of its own
	 * @return base URL, path and query; where the data's path ends in a verb
	 * ({@code /models/{model}:verb}), a base URL with a path may hold the beginning of
	 * it, or is the model's own address, which gets the verb alone
	 */
	public URI uri(String endpoint, String standard, boolean stream) {
		String path = this.provider.address()
			.path(this.baseUrl, endpoint, standard, stream)
			.replace("{model}", Paths.segment(this.model));
		int verb = path.lastIndexOf(':');
		boolean named = verb > path.lastIndexOf('/') && this.provider.address().paths().containsKey(endpoint);
		if (!named || !BaseUrls.hasPath(this.baseUrl)) {
			return uri(path);
		}
		int begun = Paths.begun(this.baseUrl, path);
		return URI.create(this.baseUrl + path.substring((begun > 0) ? begun : verb));
	}

	/**
	 * Return the address of a path below the base URL, which may hold the path, or its
	 * beginning, already.
	 * @param path the path, with a slash at its beginning; a query may stand behind it
	 * @return the address
	 */
	public URI uri(String path) {
		return URI.create(this.baseUrl + path.substring(Paths.begun(this.baseUrl, path)));
	}

	/**
	 * Return the name that the model is known by, where the provider's own tells nothing.
	 * @return the option {@code base-model}, else the provider's own name of the model
	 */
	public String knownModel() {
		return this.provider.options().text("base-model", this.model);
	}

	/**
	 * Return the model's name as a segment of a path.
	 * @return the name, percent-encoded
	 */
	public String encodedModel() {
		return Paths.segment(this.model);
	}

	/**
	 * Return the headers that every request to this target has.
	 * @return the provider's, then the key, then those that the request calls for, then
	 * the call's own
	 */
	public Map<String, String> headers() {
		Map<String, String> headers = new WireHeaders();
		this.provider.headers().forEach((name, value) -> putHeader(headers, name, value));
		if (this.access != null && this.access.signature() == null && !this.access.key().isEmpty()) {
			headers.put(this.access.auth().header(), this.access.auth().value(this.access.key()));
		}
		this.more.forEach(headers::put);
		this.options.headers().forEach(headers::put);
		return headers;
	}

	/**
	 * Return a request as it goes out.
	 * @param request a request that a dialect has made
	 * @return the request, signed where its provider wants that and it goes to the
	 * provider's host
	 */
	public WireRequest signed(WireRequest request) {
		if (this.access == null || this.access.signature() == null
				|| !BaseUrls.sameOrigin(this.baseUrl, request.uri().toString())) {
			return request;
		}
		return this.access.signature().apply(request);
	}

	/**
	 * Take note that the provider has not accepted who calls.
	 */
	public void refused() {
		if (this.access != null) {
			this.access.refused().run();
		}
	}

	private void putHeader(Map<String, String> headers, String name, String value) {
		String session = this.options.proxy().sessionId();
		if (!value.contains(SESSION)) {
			headers.put(name, value);
		}
		else if (session != null) {
			headers.put(name, value.replace(SESSION, session));
		}
	}

	/**
	 * Leave a note for the caller about a change on the way to the provider.
	 * @param note what was changed and why
	 */
	public void note(String note) {
		this.notes.add(note);
	}

	public List<String> notes() {
		return List.copyOf(this.notes);
	}

	/**
	 * Return a text without the key in it.
	 * @param text any text
	 * @return the text, with the key masked
	 */
	public String mask(String text) {
		String masked = (this.access != null) ? this.access.key().mask(text) : text;
		for (Map.Entry<String, String> header : headers().entrySet()) {
			if (Credentials.isCredential(header.getKey())) {
				String value = header.getValue();
				masked = Secret.of(value.substring(value.indexOf(' ') + 1)).mask(masked);
			}
		}
		return masked;
	}

}
