package dev.litellm.dialect.openai;

import java.util.List;

import org.springframework.util.unit.DataSize;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Check of the images within a request against the provider's limit.
 */
final class Images {

	private Images() {
	}

	static void check(List<Message> messages, long limit, Target target) {
		for (int i = 0; i < messages.size(); i++) {
			List<ContentPart> parts = messages.get(i).parts();
			for (int j = 0; j < parts.size(); j++) {
				if (parts.get(j) instanceof ContentPart.Image image && size(image.url()) > limit) {
					throw Failure
						.of(ErrorKind.BAD_REQUEST,
								"'messages[" + i + "].content[" + j + "].image_url' is " + text(size(image.url()))
										+ ", but " + target.provider().name() + " takes images up to " + text(limit)
										+ ": give a smaller picture, or the https URL of one")
						.asException();
				}
			}
		}
	}

	private static long size(String url) {
		if (!url.startsWith("data:")) {
			return 0;
		}
		int comma = url.indexOf(',');
		int length = url.length() - comma - 1;
		return url.startsWith(";base64", comma - ";base64".length()) ? length / 4L * 3 : length;
	}

	private static String text(long bytes) {
		DataSize size = DataSize.ofBytes(bytes);
		return (size.toMegabytes() > 0) ? size.toMegabytes() + " MB"
				: (size.toKilobytes() > 0) ? size.toKilobytes() + " KB" : bytes + " bytes";
	}

}
