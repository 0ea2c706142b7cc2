package dev.litellm.dialect.openai;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.embedding.EmbeddingRequest;
import dev.litellm.embedding.EmbeddingResponse;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Embeddings in OpenAI's format.
 */
final class EmbeddingCodec implements Codec<EmbeddingRequest, EmbeddingResponse, Void> {

	private static final String EXPECTED = "a list of embeddings";

	@Override
	public Step<EmbeddingResponse> call(EmbeddingRequest request, Target target) {
		try {
			Map<String, @Nullable Object> parameters = Parameters.embeddings(request.parameters(), target);
			boolean list = request.input().size() > 1 || target.quirks().body().inputList();
			Object input = list ? request.input() : request.input().get(0);
			WireBody body = WireBody.json((generator) -> write(generator, target, input, parameters));
			return new Step.Ask<>(WireRequest.postJson(target.uri(Operation.EMBEDDINGS), ProxyHeaders.of(target), body),
					(reply) -> decode(reply, request.input().size()));
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	private static void write(JsonGenerator generator, Target target, Object input,
			Map<String, @Nullable Object> parameters) {
		generator.writeStartObject();
		generator.writeStringProperty("model", target.model());
		generator.writeName("input");
		Json.write(generator, input);
		parameters.forEach((name, value) -> {
			if (value != null) {
				generator.writeName(name);
				Json.write(generator, value);
			}
		});
		ProxyHeaders.writeBody(generator, target, parameters);
		generator.writeEndObject();
	}

	private static Step<EmbeddingResponse> decode(WireReply reply, int expected) {
		try (JsonParser parser = Json.parser(reply.body(), 0, reply.body().length)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new StreamReadException(parser, "Expected an object");
			}
			EmbeddingResponse response = read(parser);
			return (response.vectors().size() == expected) ? new Step.Answer<>(response) : new Step.Fail<>(Failures
				.invalid(reply, EXPECTED, response.vectors().size() + " vectors for " + expected + " inputs"));
		}
		catch (JacksonException ex) {
			return new Step.Fail<>(Failures.invalid(reply, EXPECTED, ex.getOriginalMessage()));
		}
		catch (IllegalArgumentException ex) {
			return new Step.Fail<>(Failures.invalid(reply, EXPECTED, "an embedding is no base64"));
		}
	}

	private static EmbeddingResponse read(JsonParser parser) {
		String model = null;
		Usage usage = null;
		List<Item> items = new ArrayList<>();
		Map<String, @Nullable Object> extra = new Members();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "object" -> parser.skipChildren();
				case "model" -> model = Tokens.scalar(parser);
				case "usage" -> usage = Usage.read(parser);
				case "data" -> Tokens.items(parser, (item) -> items.add(Item.read(item, items.size())));
				default -> extra.put(name, Json.read(parser));
			}
		}
		items.sort(Comparator.comparingLong(Item::index));
		return new EmbeddingResponse(model, items.stream().map(Item::vector).toList(), usage, extra, CallInfo.empty());
	}

	/**
	 * The vector of one input.
	 *
	 * @param index the input's place
	 * @param vector the vector
	 */
	private record Item(long index, float[] vector) {

		static Item read(JsonParser parser, int place) {
			long index = place;
			float[] vector = null;
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				JsonToken token = parser.currentToken();
				if (name.equals("index") && token.isNumeric()) {
					index = Tokens.number(parser);
				}
				else if (name.equals("embedding")) {
					vector = (token == JsonToken.VALUE_STRING) ? decodeBase64(parser.getString()) : numbers(parser);
				}
				else {
					parser.skipChildren();
				}
			}
			if (vector == null) {
				throw new StreamReadException(parser, "Expected an embedding");
			}
			return new Item(index, vector);
		}

		private static float[] numbers(JsonParser parser) {
			float[] values = new float[1536];
			int count = 0;
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				if (count == values.length) {
					values = Arrays.copyOf(values, count * 2);
				}
				values[count++] = parser.getFloatValue();
			}
			return Arrays.copyOf(values, count);
		}

		private static float[] decodeBase64(String text) {
			FloatBuffer floats = ByteBuffer.wrap(Base64.getDecoder().decode(text))
				.order(ByteOrder.LITTLE_ENDIAN)
				.asFloatBuffer();
			float[] values = new float[floats.remaining()];
			floats.get(values);
			return values;
		}

	}

}
