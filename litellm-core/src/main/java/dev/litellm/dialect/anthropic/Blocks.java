package dev.litellm.dialect.anthropic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Members;
import dev.litellm.provider.MessageQuirks;

/**
 * Content parts as Anthropic's content blocks.
 */
final class Blocks {

	static final String CACHE_CONTROL = "cache_control";

	private static final Set<String> NATIVE = Set.of("image", "document", "search_result", "container_upload",
			"tool_reference", "server_tool_use", "web_search_tool_result", "web_fetch_tool_result",
			"code_execution_tool_result", "bash_code_execution_tool_result", "text_editor_code_execution_tool_result");

	private final Target target;

	private final Betas betas;

	Blocks(Target target, Betas betas) {
		this.target = target;
		this.betas = betas;
	}

	static Map<String, @Nullable Object> text(String text) {
		return block("text", "text", text);
	}

	static Map<String, @Nullable Object> block(String type, String name, Object value) {
		Map<String, @Nullable Object> block = new Members();
		block.put("type", type);
		block.put(name, value);
		return block;
	}

	/**
	 * Return a part as a block.
	 * @param part the part
	 * @return the block, or null where the part is left out
	 */
	@Nullable Map<String, @Nullable Object> of(ContentPart part) {
		Map<String, @Nullable Object> block = plain(part);
		if (block != null && part.extra().get(CACHE_CONTROL) != null) {
			block.put(CACHE_CONTROL, part.extra().get(CACHE_CONTROL));
		}
		return block;
	}

	private @Nullable Map<String, @Nullable Object> plain(ContentPart part) {
		if (part instanceof ContentPart.Text text) {
			return text(text.text());
		}
		if (part instanceof ContentPart.Image image) {
			return image(image.url(), image.format());
		}
		if (part instanceof ContentPart.File file) {
			return file(file.file());
		}
		if (part instanceof ContentPart.Other other && NATIVE.contains(other.type())) {
			Map<String, @Nullable Object> block = new Members();
			block.put("type", other.type());
			block.putAll(other.extra());
			return block;
		}
		Unsupported.part(part, this.target, "text, images, PDFs and documents");
		return null;
	}

	private Map<String, @Nullable Object> image(String url, @Nullable String format) {
		if (DataUrl.is(url)) {
			return data(DataUrl.parse(url, format));
		}
		checkRemote("image_url");
		if (!url.startsWith("https:")) {
			throw refused("'image_url' begins with '" + url.substring(0, Math.min(8, url.length()))
					+ "': give an https: or data: URL");
		}
		return block("image", "source", source("url", "url", url));
	}

	private Map<String, @Nullable Object> file(Map<String, @Nullable Object> file) {
		DataUrl content = DataUrl.of(file, "application/pdf");
		if (content != null) {
			return data(content);
		}
		String format = DataUrl.format(file);
		if (!(file.get("file_id") instanceof String id)) {
			throw refused("'file' has neither file_data nor file_id: give one of them");
		}
		checkRemote("file");
		if (id.startsWith("https:")) {
			boolean picture = format != null && format.startsWith("image/");
			return block(picture ? "image" : "document", "source", source("url", "url", id));
		}
		this.betas.add("files-api-2025-04-14");
		if (format == null || format.equals("application/pdf") || format.startsWith("text/")) {
			return block("document", "source", source("file", "file_id", id));
		}
		if (format.startsWith("image/")) {
			return block("image", "source", source("file", "file_id", id));
		}
		this.betas.add("code-execution-2025-05-22");
		return block("container_upload", "file_id", id);
	}

	private void checkRemote(String name) {
		if (this.target.quirks().messages().remoteFiles() == MessageQuirks.RemoteFiles.NEVER) {
			throw refused("'" + name + "' is an address, but " + this.target.provider().name()
					+ " takes files within the request only: give a data: URL");
		}
	}

	private static Map<String, @Nullable Object> data(DataUrl content) {
		if (content.type().startsWith("text/")) {
			Map<String, Object> source = source("text", "media_type", "text/plain");
			source.put("data", content.text());
			return block("document", "source", source);
		}
		Map<String, Object> source = source("base64", "media_type", content.type());
		source.put("data", content.data());
		return block(content.type().startsWith("image/") ? "image" : "document", "source", source);
	}

	private static Map<String, Object> source(String type, String name, String value) {
		Map<String, Object> source = new LinkedHashMap<>();
		source.put("type", type);
		source.put(name, value);
		return source;
	}

	static RuntimeException refused(String message) {
		return Failure.of(ErrorKind.BAD_REQUEST, message).asException();
	}

	/**
	 * Put a cache mark on the last of some blocks.
	 * @param blocks the blocks
	 * @param mark the mark, or null for none
	 */
	static void mark(List<Map<String, @Nullable Object>> blocks, @Nullable Object mark) {
		if (mark != null && !blocks.isEmpty()) {
			blocks.get(blocks.size() - 1).putIfAbsent(CACHE_CONTROL, mark);
		}
	}

}
