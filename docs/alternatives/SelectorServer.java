package hello;

import static java.nio.channels.SelectionKey.OP_ACCEPT;
import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One thread for all connections. It waits until any of them is ready, does what can be
 * done without waiting, and goes on to the next.
 */
public final class SelectorServer implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final int MAX_HEAD_BYTES = 8 * 1_024;
    private static final long NANOS_TO_WAIT = TimeUnit.SECONDS.toNanos(5);

    private static final String NOT_ALLOWED = "405 Method Not Allowed";
    private static final String ALLOW = "Allow: GET, HEAD";
    private static final String TOO_LARGE = "431 Request Header Fields Too Large";

    private final Response hello = Response.page("200 OK", "hello.html");
    private final Response notFound = Response.page("404 Not Found", "404.html");
    private final Response badRequest = Response.notice("400 Bad Request");
    private final Response notAllowed = Response.notice(NOT_ALLOWED, ALLOW);
    private final Response tooLarge = Response.notice(TOO_LARGE);

    private final Selector selector;
    private final ServerSocketChannel listener;

    /** Who has a deadline. All wait equally long, so the first to come is first due. */
    private final Set<Task> waiting = new LinkedHashSet<>();

    private SelectorServer(int port) throws IOException {
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        try {
            listener.bind(new InetSocketAddress(Launcher.ADDRESS, port), BACKLOG);
        } catch (IOException e) {
            close();
            throw Launcher.cannotListen(port, e);
        }
        listener.configureBlocking(false);
        new Acceptor(listener.register(selector, 0));
    }

    public static void main(String[] args) {
        Launcher.run(SelectorServer.class, args, port -> {
            try (SelectorServer server = new SelectorServer(port)) {
                Launcher.stopOnSignal(server::stop);
                Launcher.announce(server.listener.socket().getLocalPort());
                server.run();
            }
        });
    }

    /** Ends when the listener is closed and the last connection has ended. */
    private void run() throws IOException {
        while (listener.isOpen() || !waiting.isEmpty()) {
            selector.select(key -> ((Task) key.attachment()).ready(), millisToWait());
            while (!waiting.isEmpty() && nanosToWait() <= 0) {
                waiting.iterator().next().late();
            }
        }
    }

    /** Returns 0, which means forever, if nobody has a deadline. */
    private long millisToWait() {
        if (waiting.isEmpty()) {
            return 0;
        }
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanosToWait()) + 1);
    }

    private long nanosToWait() {
        return waiting.iterator().next().deadline - System.nanoTime();
    }

    /** Lets nobody in any more; may be called by any thread. */
    private void stop() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        selector.close();
    }

    private interface Step {
        void run() throws IOException;
    }

    /** What is to be done for a channel: one step if ready, one if too late. */
    private abstract class Task {
        final SelectionKey key;
        private Step whenReady;
        private Step whenLate;
        private long deadline;

        Task(SelectionKey key) {
            this.key = key;
            key.attach(this);
        }

        /** Says what the channel has to be ready for, and sets a new deadline. */
        final void await(int operations, Step whenReady, Step whenLate) {
            awaitForEver(operations, whenReady);
            this.whenLate = whenLate;
            deadline = System.nanoTime() + NANOS_TO_WAIT;
            waiting.add(this);
        }

        final void awaitForEver(int operations, Step whenReady) {
            waiting.remove(this);
            this.whenReady = whenReady;
            if (key.isValid()) {
                key.interestOps(operations);
            }
        }

        final void ready() {
            run(whenReady);
        }

        final void late() {
            waiting.remove(this);
            run(whenLate);
        }

        private void run(Step step) {
            try {
                step.run();
            } catch (IOException e) {
                fail(e);
            }
        }

        abstract void fail(IOException e);
    }

    private final class Acceptor extends Task {
        Acceptor(SelectionKey key) {
            super(key);
            awaitForEver(OP_ACCEPT, this::accept);
        }

        private void accept() throws IOException {
            SocketChannel channel = listener.accept();
            if (channel != null) {
                channel.configureBlocking(false);
                new Connection(channel, channel.register(selector, 0));
            }
        }

        /** Out of file descriptors, as a rule: waits until others may have ended. */
        @Override
        void fail(IOException e) {
            if (listener.isOpen()) {
                System.err.println("Cannot accept a connection: " + e.getMessage());
                await(0, () -> {}, () -> awaitForEver(OP_ACCEPT, this::accept));
            }
        }
    }

    private final class Connection extends Task {
        private final SocketChannel channel;
        private final ByteBuffer received = ByteBuffer.allocate(MAX_HEAD_BYTES);
        private Request request;
        private ByteBuffer answer;

        Connection(SocketChannel channel, SelectionKey key) {
            super(key);
            this.channel = channel;
            await(OP_READ, this::read, this::end);
        }

        /** Reads what has come; the deadline stays, so that dribbling does not help. */
        private void read() throws IOException {
            boolean hasEnded = channel.read(received) < 0;
            try {
                request = Request.read(received(hasEnded));
            } catch (EOFException e) {
                return; // The head is not complete yet.
            }
            if (request.isEmpty()) {
                end();
            } else {
                answer();
            }
        }

        /** The bytes up to now. To ask for more while more may come is an exception. */
        private InputStream received(boolean hasEnded) {
            byte[] bytes = received.array();
            InputStream in = new ByteArrayInputStream(bytes, 0, received.position());
            return new FilterInputStream(in) {
                @Override
                public int read(byte[] buffer, int from, int max) throws IOException {
                    int count = super.read(buffer, from, max);
                    if (count < 0 && !hasEnded) {
                        throw new EOFException();
                    }
                    return count;
                }
            };
        }

        private void answer() throws IOException {
            if (request.isTooLarge()) {
                send(tooLarge);
            } else if (!request.isValid()) {
                send(badRequest);
            } else if (!request.isGet() && !request.isHead()) {
                send(notAllowed);
            } else if (!request.hasPath()) {
                send(badRequest);
            } else {
                switch (request.path()) {
                    case "/" -> send(hello);
                    case "/sleep" -> await(0, () -> {}, () -> send(hello));
                    default -> send(notFound);
                }
            }
        }

        private void send(Response response) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            response.writeTo(bytes, request.isHead());
            answer = ByteBuffer.wrap(bytes.toByteArray());
            write();
        }

        /** Writes what the client takes; one that takes nothing is dropped. */
        private void write() throws IOException {
            channel.write(answer);
            if (answer.hasRemaining()) {
                await(OP_WRITE, this::write, this::end);
            } else if (channel.read(received.clear()) > 0 || request.hasMore()) {
                // Closed with bytes unread, the socket would reset the connection.
                channel.shutdownOutput();
                await(OP_READ, this::discard, this::end);
            } else {
                end();
            }
        }

        private void discard() throws IOException {
            if (channel.read(received.clear()) < 0) {
                end();
            }
        }

        private void end() throws IOException {
            waiting.remove(this);
            channel.close();
        }

        /** The client is gone: nobody is left to tell. */
        @Override
        void fail(IOException e) {
            try {
                end();
            } catch (IOException again) {
                System.err.println("Cannot close a connection: " + again.getMessage());
            }
        }
    }
}
