package dev.litellm.provider;

import java.util.Set;

/**
 * The messages that a provider or model takes.
 *
 * @param textContent which lists of text parts go out as one string
 * @param names the roles that keep {@code name}; empty for all
 * @param developerRole whether the role {@code developer} is known
 * @param keepCacheControl whether {@code cache_control} stays on messages, parts and
 * tools
 * @param keepThinking whether {@code thinking_blocks} stay on messages
 * @param blankReasoning which answers of the assistant must have reasoning, and get a
 * blank one where they have none
 * @param turns how the conversation is put together
 * @param remoteFiles which files may stand elsewhere
 * @param maxImage the most bytes of an image within the request, or 0 for no known limit
 * @since 0.1.0
 */
public record MessageQuirks(TextContent textContent, Set<String> names, boolean developerRole, boolean keepCacheControl,
		boolean keepThinking, BlankReasoning blankReasoning, Set<Turns> turns, RemoteFiles remoteFiles, long maxImage) {

	private static final MessageQuirks NONE = new MessageQuirks(TextContent.AS_GIVEN, Set.of(), false, false, false,
			BlankReasoning.NEVER, Set.of(), RemoteFiles.ANY, 0);

	public MessageQuirks {
		names = Set.copyOf(names);
		turns = Set.copyOf(turns);
	}

	public static MessageQuirks none() {
		return NONE;
	}

	/**
	 * Return whether messages of a role keep the speaker's name.
	 * @param role the role
	 * @return true if they do
	 */
	public boolean keepsName(String role) {
		return this.names.isEmpty() || this.names.contains(role);
	}

	public MessageQuirks over(MessageQuirks beneath) {
		return new MessageQuirks(Quirks.first(this.textContent, beneath.textContent, TextContent.AS_GIVEN),
				this.names.isEmpty() ? beneath.names : this.names, this.developerRole || beneath.developerRole,
				this.keepCacheControl || beneath.keepCacheControl, this.keepThinking || beneath.keepThinking,
				Quirks.first(this.blankReasoning, beneath.blankReasoning, BlankReasoning.NEVER),
				Quirks.union(this.turns, beneath.turns),
				Quirks.first(this.remoteFiles, beneath.remoteFiles, RemoteFiles.ANY),
				(this.maxImage > 0) ? this.maxImage : beneath.maxImage);
	}

	/**
	 * Which lists of text parts go out as one string.
	 */
	public enum TextContent {

		/** None: parts go out as they are. */
		AS_GIVEN,

		/** Those of a single part. */
		SINGLE,

		/** Those of tool results. */
		TOOL,

		/** Those of the assistant, one line each. */
		ASSISTANT,

		/** All. */
		ALL

	}

	/**
	 * Which answers of the assistant get a blank reasoning where they have none.
	 */
	public enum BlankReasoning {

		/** None. */
		NEVER,

		/** Those that call tools. */
		TOOLS,

		/** All, where the request turns thinking on. */
		THINKING

	}

	/**
	 * How a conversation is put together.
	 */
	public enum Turns {

		/**
		 * System messages that stand together go out as one, with a blank line between.
		 */
		ONE_SYSTEM,

		/** Calls of tools go out one by one, each with its result. */
		ONE_CALL,

		/** Ids of calls are nine letters and digits. */
		NINE_SIGN_IDS,

		/** {@code cache_control} of a message stands on its last part. */
		MARKED_PARTS,

		/**
		 * Images within results of tools stay there, and do not move to a message of the
		 * user behind them.
		 */
		TOOL_IMAGES_STAY,

		/** What the model thought does not go back with its answers. */
		NO_REASONING,

		/** Signed thinking of the assistant goes back as parts of its content. */
		REASONING_PARTS,

		/** Signed thinking of the assistant goes back as a list of reasoning. */
		REASONING_BLOCKS

	}

	/**
	 * Which files may stand elsewhere, at an address within the request.
	 */
	public enum RemoteFiles {

		/** All. */
		ANY,

		/** Those whose type is known. */
		TYPED,

		/** None: all must stand within the request. */
		NEVER

	}

}
