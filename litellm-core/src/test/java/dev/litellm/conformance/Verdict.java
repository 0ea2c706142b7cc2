package dev.litellm.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a case came out.
 *
 * @param fixture the case
 * @param onPurpose the mismatches that a rule covers, with the rule
 * @param left the other mismatches
 */
record Verdict(Fixture fixture, Map<Mismatch, Difference> onPurpose, List<Mismatch> left) {

	static Verdict of(Fixture fixture, List<Mismatch> mismatches, Differences differences) {
		Map<Mismatch, Difference> onPurpose = new LinkedHashMap<>();
		List<Mismatch> left = mismatches.stream().filter((mismatch) -> {
			Difference rule = differences.covering(fixture, mismatch);
			if (rule != null) {
				onPurpose.put(mismatch, rule);
			}
			return rule == null;
		}).toList();
		return new Verdict(fixture, onPurpose, left);
	}

	boolean passed() {
		return this.left.isEmpty();
	}

	/**
	 * Return whether all came out as with LiteLLM, the name of the model aside.
	 * @return true if only rules about it were used
	 */
	boolean equalButForTheModel() {
		return passed() && this.onPurpose.keySet().stream().allMatch((one) -> one.pointer().contains("/model"));
	}

}
