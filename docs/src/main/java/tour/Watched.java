package tour;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The main program of the server's JVM: the server of the stage that is on its class path, with a
 * pause of the caller's choice and a listening socket that prints when it accepts a connection and
 * when the stage reads from it. The stage's code runs as it is.
 */
final class Watched {
    private static final int BACKLOG = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Watched() {}

    /** @param args the pause of {@code /sleep} in milliseconds */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        long pause = Long.parseLong(args[0]);
        ServerSocket socket = new Listening();
        Object listener = constructor("hello.Listener", ServerSocket.class).newInstance(socket);
        Object handler = constructor("hello.ConnectionHandler", Runnable.class, Duration.class)
                .newInstance((Runnable) () -> sleep(pause), PATIENCE);
        Optional<Method> stopOnSignal = method("stopOnSignal");
        if (stopOnSignal.isPresent()) {
            stopOnSignal.get().invoke(null, listener);
        }
        System.out.println("Listening on http://127.0.0.1:" + socket.getLocalPort() + "/");
        Method serve = method("serve").orElseThrow();
        Object[] arguments = {listener, handler, Long.MAX_VALUE};
        // Only the last stage wants to know how many connections to accept.
        serve.invoke(null, Arrays.copyOf(arguments, serve.getParameterCount()));
    }

    private static Constructor<?> constructor(String type, Class<?>... parameters) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(type).getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor;
    }

    private static Optional<Method> method(String name) throws ReflectiveOperationException {
        Optional<Method> method = Arrays.stream(Class.forName("hello.Main").getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst();
        method.ifPresent(each -> each.setAccessible(true));
        return method;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String event, Socket connection) {
        System.out.println(new Notice(event, connection.getPort(), System.nanoTime(), Thread.activeCount()));
    }

    private static final class Listening extends ServerSocket {
        Listening() throws IOException {
            super(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
        }

        @Override
        public Socket accept() throws IOException {
            Socket connection = new Connection();
            implAccept(connection);
            say(Notice.ACCEPTED, connection);
            return connection;
        }
    }

    private static final class Connection extends Socket {
        private boolean isRead;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int count = super.read(buffer, offset, length);
                    if (!isRead && count > 0) {
                        isRead = true;
                        say(Notice.SERVING, Connection.this);
                    }
                    return count;
                }
            };
        }
    }
}
