package dev.litellm.test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of the embeddings endpoint: one vector per input, in the encoding that the
 * request asks for.
 *
 * @param vectors the vectors, in turn; when there are none, each input has its own, the
 * same for the same text, of length 1
 */
record EmbeddingBody(List<float[]> vectors) implements Body {

	private static final int DIMENSIONS = 8;

	@Override
	public boolean isFixed() {
		return false;
	}

	@Override
	public Payload render(RecordedRequest request, Shape shape) {
		JsonNode body = request.json();
		boolean base64 = "base64".equals(body.path("encoding_format").asString(""));
		ObjectNode root = Json.object().put("object", "list");
		ArrayNode data = root.putArray("data");
		List<String> inputs = inputs(body.path("input"));
		for (int i = 0; i < inputs.size(); i++) {
			float[] vector = this.vectors.isEmpty() ? vector(inputs.get(i), body.path("dimensions").asInt(DIMENSIONS))
					: this.vectors.get(i % this.vectors.size());
			data.addObject().put("object", "embedding").put("index", i).set("embedding", json(vector, base64));
		}
		root.put("model", request.model());
		root.putObject("usage").put("prompt_tokens", shape.promptTokens()).put("total_tokens", shape.promptTokens());
		return Payload.json(200, root);
	}

	private static List<String> inputs(JsonNode input) {
		if (!input.isArray() || input.path(0).isNumber()) {
			return List.of(input.isString() ? input.stringValue() : input.toString());
		}
		List<String> inputs = new ArrayList<>();
		input.forEach((item) -> inputs.add(item.isString() ? item.stringValue() : item.toString()));
		return inputs;
	}

	private static float[] vector(String text, int dimensions) {
		Random random = new Random(text.hashCode());
		double[] values = random.doubles(dimensions, -1, 1).toArray();
		double length = 0;
		for (double value : values) {
			length += value * value;
		}
		float[] vector = new float[dimensions];
		for (int i = 0; i < dimensions; i++) {
			vector[i] = (float) (values[i] / Math.sqrt(length));
		}
		return vector;
	}

	private static JsonNode json(float[] vector, boolean base64) {
		if (base64) {
			ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asFloatBuffer().put(vector);
			return Json.string(Base64.getEncoder().encodeToString(bytes.array()));
		}
		ArrayNode array = Json.array();
		for (float value : vector) {
			array.add(value);
		}
		return array;
	}

}
