package dev.litellm.dialect.openai;

import java.util.List;

import org.springframework.util.unit.DataSize;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;

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
					throw tooLarge("messages[" + i + "].content[" + j + "].image_url", size(image.url()), limit,
							target);
				}
			}
		}
	}

	private static FailureException tooLarge(String parameter, long size, long limit, Target target) {
		return Failure
			.of(ErrorKind.BAD_REQUEST,
					"'" + parameter + "' holds an image of " + size + " bytes, but " + target.provider().name()
							+ " takes up to " + limit + " bytes (" + DataSize.ofBytes(limit).toMegabytes()
							+ " MB): give a smaller image, or the https URL of one")
			.asException();
	}

	private static long size(String url) {
		if (!url.startsWith("data:")) {
			return 0;
		}
		int comma = url.indexOf(',');
		int length = url.length() - comma - 1;
		return url.startsWith(";base64", comma - ";base64".length()) ? length / 4L * 3 : length;
	}

}
