package dev.litellm.dialect;

import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;

/**
 * Streams of chat completions.
 */
final class ChatStreaming implements Streaming<ChatChunk, ChatResponse> {

	@Override
	public boolean hasContent(ChatChunk chunk) {
		return chunk.hasContent();
	}

	@Override
	public Aggregation<ChatChunk, ChatResponse> aggregation() {
		ChatAggregator aggregator = new ChatAggregator();
		return new Aggregation<>() {

			@Override
			public void add(ChatChunk chunk) {
				aggregator.add(chunk);
			}

			@Override
			public ChatResponse response() {
				return aggregator.response();
			}

		};
	}

}
