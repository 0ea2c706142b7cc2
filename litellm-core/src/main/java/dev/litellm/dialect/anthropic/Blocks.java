package dev.litellm.dialect.anthropic;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.provider.MessageQuirks;

/**
 * Content parts as Anthropic's content blocks.
 */
final class Blocks {

	private static final Set<String> NATIVE = Set.of("image", "document", "search_result", "container_upload",
			"tool_reference", "server_tool_use", "web_search_tool_result", "web_fetch_tool_result",
			"code_execution_tool_result", "bash_code_execution_tool_result", "text_editor_code_execution_tool_result");

	private final Target target;

	private final Betas betas;

	Blocks(Target target, Betas betas) {
		this.target = target;
		this.betas = betas;
	}

	/**
	 * Return a part as a block.
	 * @param part the part
	 * @return the block, or null where the part is left out
	 */
	@Nullable Block of(ContentPart part) {
		Block block = plain(part);
		return (block != null) ? block.marked(part.extra()) : null;
	}

	private @Nullable Block plain(ContentPart part) {
		if (part instanceof ContentPart.Text text) {
			return Block.text(text.text());
		}
		if (part instanceof ContentPart.Image image) {
			return image(image.url(), image.format());
		}
		if (part instanceof ContentPart.File file) {
			return file(file.file());
		}
		if (part instanceof ContentPart.Other other && NATIVE.contains(other.type())) {
			return Block.of(other.type(), (generator) -> other.extra().forEach((name, value) -> {
				if (!name.equals(Block.CACHE_CONTROL)) {
					Json.write(generator, name, value);
				}
			}));
		}
		Unsupported.part(part, this.target, "text, images, PDFs and documents");
		return null;
	}

	private Block image(String url, @Nullable String format) {
		if (DataUrl.is(url)) {
			return data(DataUrl.parse(url, format));
		}
		checkRemote("image_url");
		if (!url.startsWith("https:")) {
			throw refused("'image_url' begins with '" + url.substring(0, Math.min(8, url.length()))
					+ "': give an https: or data: URL");
		}
		return Block.source("image", "url", "url", url, null);
	}

	private Block file(Map<String, @Nullable Object> file) {
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
			return Block.source(picture ? "image" : "document", "url", "url", id, null);
		}
		this.betas.add("files-api-2025-04-14");
		if (format == null || format.equals("application/pdf") || format.startsWith("text/")) {
			return Block.source("document", "file", "file_id", id, null);
		}
		if (format.startsWith("image/")) {
			return Block.source("image", "file", "file_id", id, null);
		}
		this.betas.add("code-execution-2025-05-22");
		return Block.of("container_upload", (generator) -> generator.writeStringProperty("file_id", id));
	}

	private void checkRemote(String name) {
		if (this.target.quirks().messages().remoteFiles() == MessageQuirks.RemoteFiles.NEVER) {
			throw refused("'" + name + "' is an address, but " + this.target.provider().name()
					+ " takes files within the request only: give a data: URL");
		}
	}

	private static Block data(DataUrl content) {
		if (content.type().startsWith("text/")) {
			return Block.source("document", "text", "media_type", "text/plain", content.text());
		}
		String type = content.type().startsWith("image/") ? "image" : "document";
		return Block.source(type, "base64", "media_type", content.type(), content.data());
	}

	static RuntimeException refused(String message) {
		return Failure.of(ErrorKind.BAD_REQUEST, message).asException();
	}

}
