package dev.litellm.test;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A loopback port with one daemon thread per connection. They are platform threads, so
 * that a client that pins the carriers of its virtual threads cannot starve its server.
 */
final class Server implements Closeable {

	private static final int BACKLOG = 8192;

	private static final int STACK_SIZE = 512 * 1024;

	private final ServerSocket listener;

	private final Function<RecordedRequest, Reply> script;

	private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

	private final AtomicLong accepted = new AtomicLong();

	private final ExecutorService threads;

	private final Thread acceptor;

	Server(int port, Function<RecordedRequest, Reply> script) {
		this.script = script;
		try {
			InetAddress loopback = InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 });
			this.listener = new ServerSocket(port, BACKLOG, loopback);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + ": choose another port", ex);
		}
		this.threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
				this::thread);
		this.acceptor = thread(this::accept);
	}

	void start() {
		this.acceptor.start();
	}

	int port() {
		return this.listener.getLocalPort();
	}

	int openConnections() {
		return this.connections.size();
	}

	long acceptedConnections() {
		return this.accepted.get();
	}

	private Thread thread(Runnable task) {
		Thread thread = new Thread(null, task, "scripted-llm-" + port(), STACK_SIZE);
		thread.setDaemon(true);
		return thread;
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				open(this.listener.accept());
			}
			catch (IOException ex) {
				// Closed meanwhile
			}
		}
	}

	private void open(Socket socket) {
		Connection connection = new Connection(socket, this.accepted.incrementAndGet(), this.script);
		this.connections.add(connection);
		this.threads.execute(() -> {
			try {
				connection.run();
			}
			finally {
				this.connections.remove(connection);
			}
		});
	}

	void closeConnections() {
		for (Connection connection : this.connections) {
			close(connection);
		}
	}

	@Override
	public void close() {
		close(this.listener);
		awaitAcceptor();
		closeConnections();
		this.threads.shutdown();
	}

	/** The port takes connections for as long as a thread still waits for them. */
	private void awaitAcceptor() {
		try {
			this.acceptor.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void close(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			// It is of no use any more
		}
	}

}
