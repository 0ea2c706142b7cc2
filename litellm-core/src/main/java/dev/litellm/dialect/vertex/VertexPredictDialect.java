package dev.litellm.dialect.vertex;

import java.time.Clock;
import java.util.Objects;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.openai.OpenAiDialect;

/**
 * Models at endpoints of Vertex AI of one's own, which take OpenAI's format as an
 * instance of a prediction.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.endpoints/predict">Predict</a>
 */
public final class VertexPredictDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells now where an answer has no date
	 */
	public VertexPredictDialect(Clock clock) {
		this(new OpenAiDialect(clock, new Prediction()));
	}

	private VertexPredictDialect(Dialect inner) {
		super("vertex_predict", inner::error, new PredictCodec(Objects.requireNonNull(inner.codec(Operation.CHAT))));
	}

}
