package dev.litellm.conformance;

import java.util.List;

/**
 * One thing in which a case came out otherwise than with LiteLLM.
 *
 * @param part what was compared
 * @param pointer where it is in the record's part
 * @param expected what LiteLLM did, as one line
 * @param actual what was done here, as one line
 */
record Mismatch(Part part, String pointer, String expected, String actual) {

	List<String> columns() {
		return List.of(this.part.toString(), this.pointer, this.expected, this.actual);
	}

}
