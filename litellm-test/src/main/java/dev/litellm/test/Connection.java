package dev.litellm.test;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.test.Sender.Outcome;

/**
 * One client's connection: reads a request, writes its answer, and so on until either
 * side closes.
 */
final class Connection implements Runnable, Closeable {

	private final Socket socket;

	private final long number;

	private final Function<RecordedRequest, Reply> script;

	private volatile boolean closed;

	Connection(Socket socket, long number, Function<RecordedRequest, Reply> script) {
		this.socket = socket;
		this.number = number;
		this.script = script;
	}

	@Override
	public void run() {
		try (this.socket) {
			this.socket.setTcpNoDelay(true);
			ClientInput in = new ClientInput(this.socket);
			OutputStream out = this.socket.getOutputStream();
			serve(new RequestReader(in, out, this.number), new Sender(in, out));
		}
		catch (IOException ex) {
			// The client has gone, and its request has been told
		}
	}

	private void serve(RequestReader reader, Sender sender) throws IOException {
		Outcome outcome = Outcome.KEEP;
		while (outcome == Outcome.KEEP) {
			@Nullable RecordedRequest request;
			try {
				request = reader.read();
			}
			catch (ProtocolException ex) {
				request = null;
				Reply reply = Reply.error(400, "bad_request", String.valueOf(ex.getMessage()));
				sender.send(reply.wire(RecordedRequest.NONE), reply.travel());
			}
			outcome = (request != null) ? answer(request, sender) : Outcome.CLOSE;
		}
		if (outcome == Outcome.RESET) {
			this.socket.setSoLinger(true, 0);
		}
	}

	private Outcome answer(RecordedRequest request, Sender sender) {
		Outcome outcome = Outcome.CLOSE;
		try {
			Reply reply = this.script.apply(request);
			outcome = sender.send(reply.wire(request), reply.travel());
		}
		finally {
			request.end(outcome == Outcome.CLIENT_CLOSED && !this.closed);
		}
		boolean last = outcome == Outcome.KEEP && "close".equalsIgnoreCase(request.header("Connection"));
		return last ? Outcome.CLOSE : outcome;
	}

	@Override
	public void close() throws IOException {
		this.closed = true;
		this.socket.close();
	}

}
