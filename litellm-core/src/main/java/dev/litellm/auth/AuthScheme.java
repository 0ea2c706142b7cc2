package dev.litellm.auth;

/**
 * A way in which requests show who sends them, for example {@code google} or
 * {@code aws:bedrock}; providers name it in their {@code auth}.
 *
 * @since 0.1.0
 */
public interface AuthScheme {

	/**
	 * Return the name that providers refer to it by.
	 * @return for example {@code google}
	 */
	String name();

	/**
	 * Make what authorizes the calls to one provider with one set of credentials; it is
	 * kept and asked for each attempt, so it may keep tokens. Nothing is sent here.
	 * @param context whom the calls go to, and by what means
	 * @return the authorizer
	 */
	Authorizer authorizer(AuthContext context);

}
