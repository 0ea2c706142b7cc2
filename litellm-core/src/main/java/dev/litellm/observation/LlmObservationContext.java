package dev.litellm.observation;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Usage;

/**
 * What an observation of a call knows.
 *
 * @since 0.1.0
 */
public final class LlmObservationContext extends Observation.Context {

	private final String operation;

	private final String requestModel;

	private @Nullable String provider;

	private @Nullable String responseModel;

	private @Nullable String responseId;

	private @Nullable String finishReason;

	private @Nullable Usage usage;

	private int attempts;

	public LlmObservationContext(String operation, String requestModel) {
		this.operation = operation;
		this.requestModel = requestModel;
	}

	public String getOperation() {
		return this.operation;
	}

	public String getRequestModel() {
		return this.requestModel;
	}

	public @Nullable String getProvider() {
		return this.provider;
	}

	public void setProvider(@Nullable String provider) {
		this.provider = provider;
	}

	public @Nullable String getResponseModel() {
		return this.responseModel;
	}

	public @Nullable String getResponseId() {
		return this.responseId;
	}

	public @Nullable String getFinishReason() {
		return this.finishReason;
	}

	public @Nullable Usage getUsage() {
		return this.usage;
	}

	/**
	 * Tell the observation what was answered.
	 * @param responseModel the model as the provider names it
	 * @param responseId the answer's id
	 * @param finishReason why the answer ended
	 * @param usage the tokens
	 */
	public void setResponse(@Nullable String responseModel, @Nullable String responseId, @Nullable String finishReason,
			@Nullable Usage usage) {
		this.responseModel = responseModel;
		this.responseId = responseId;
		this.finishReason = finishReason;
		this.usage = usage;
	}

	public int getAttempts() {
		return this.attempts;
	}

	public void setAttempts(int attempts) {
		this.attempts = attempts;
	}

}
