package dev.litellm.test;

import java.util.ArrayList;
import java.util.List;

import dev.litellm.test.Wire.Header;

/**
 * How an answer travels.
 *
 * @param headers the headers beside those of the content
 * @param pace when its parts are sent
 * @param framing how its body is cut
 * @param ending how it ends
 */
record Travel(List<Header> headers, Pace pace, Framing framing, Ending ending) {

	static final Travel PLAIN = new Travel(List.of(), Pace.AT_ONCE, Framing.PLAIN, Ending.KEEP_ALIVE);

	Travel with(Header header) {
		List<Header> headers = new ArrayList<>(this.headers);
		headers.add(header);
		return new Travel(List.copyOf(headers), this.pace, this.framing, this.ending);
	}

	Travel with(Pace pace) {
		return new Travel(this.headers, pace, this.framing, this.ending);
	}

	Travel with(Framing framing) {
		return new Travel(this.headers, this.pace, framing, this.ending);
	}

	Travel with(Ending ending) {
		return new Travel(this.headers, this.pace, this.framing, ending);
	}

}
