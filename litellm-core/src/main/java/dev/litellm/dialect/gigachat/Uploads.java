package dev.litellm.dialect.gigachat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * The files of one request, each of which gets an id before the request goes out. Not
 * thread-safe.
 */
final class Uploads {

	private final Deque<Upload> waiting = new ArrayDeque<>();

	/**
	 * Take a file.
	 * @param file the file
	 * @param ids gets its id
	 */
	void add(DataUrl file, List<Object> ids) {
		int place = ids.size();
		ids.add("");
		this.waiting.add(new Upload(file, ids, place));
	}

	/**
	 * Return the request that uploads the next file.
	 * @param target whom it goes to
	 * @return the request, or null where no file is left
	 */
	@Nullable WireRequest next(Target target) {
		Upload upload = this.waiting.peek();
		if (upload == null) {
			return null;
		}
		String boundary = "part-" + ToolCalls.newId();
		Map<String, String> headers = new LinkedHashMap<>(target.headers());
		headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
		return WireRequest.postJson(URI.create(target.baseUrl() + "/files"), headers, form(upload.file(), boundary));
	}

	private static WireBody form(DataUrl file, String boundary) {
		String type = file.type().replaceAll("[^A-Za-z0-9/.+-]", "");
		String extension = type.substring(type.lastIndexOf('/') + 1).replaceAll("[^a-z0-9].*", "");
		String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\ngeneral\r\n--"
				+ boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file."
				+ (extension.equals("plain") ? "txt" : extension) + "\"\r\nContent-Type: " + type + "\r\n\r\n";
		return WireBody.of(head.getBytes(StandardCharsets.US_ASCII), file.bytes(),
				("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Take note that the next file was uploaded.
	 * @param id the id that it has got
	 */
	void done(String id) {
		Upload upload = this.waiting.remove();
		upload.ids().set(upload.place(), id);
	}

	/**
	 * A file that waits.
	 *
	 * @param file the file
	 * @param ids the list that its id goes to
	 * @param place where in the list
	 */
	private record Upload(DataUrl file, List<Object> ids, int place) {
	}

}
