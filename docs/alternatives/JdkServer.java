package hello;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The same pages, served by the web server that comes with the JDK. */
public final class JdkServer {
    private static final int BACKLOG = 1_024;
    private static final int GRACE_SECONDS = 30;

    private final byte[] hello = page("hello.html");
    private final byte[] notFound = page("404.html");

    private JdkServer() {}

    public static void main(String[] args) {
        Launcher.run(JdkServer.class, args, port -> {
            HttpServer server = open(port);
            Executor pool = ExecutorServer.pool(4);
            AtomicInteger underWay = new AtomicInteger();
            server.setExecutor(exchange -> count(underWay, pool, exchange));
            server.createContext("/", new JdkServer()::answer);
            Launcher.stopOnSignal(() -> stop(server, underWay.get()));
            server.start();
            Launcher.announce(server.getAddress().getPort());
        });
    }

    private static HttpServer open(int port) {
        InetSocketAddress address = new InetSocketAddress(Launcher.ADDRESS, port);
        try {
            return HttpServer.create(address, BACKLOG);
        } catch (IOException e) {
            throw Launcher.cannotListen(port, e);
        }
    }

    /** The pool's own count begins only when a thread has begun. */
    private static void count(AtomicInteger all, Executor pool, Runnable exchange) {
        all.incrementAndGet();
        pool.execute(() -> {
            try {
                exchange.run();
            } finally {
                all.decrementAndGet();
            }
        });
    }

    /** On JDK 17, stop() waits its whole time even if nothing is under way. */
    private static void stop(HttpServer server, int underWay) {
        server.stop(underWay == 0 ? 0 : GRACE_SECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, new byte[0]);
            } else if (path.equals("/")) {
                send(exchange, 200, hello);
            } else if (path.equals("/sleep")) {
                sleep();
                send(exchange, 200, hello);
            } else {
                send(exchange, 404, notFound);
            }
        }
    }

    private void send(HttpExchange exchange, int code, byte[] page) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Connection", "close");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(page.length));
            exchange.sendResponseHeaders(code, -1);
        } else {
            // Here 0 would mean a body of unknown length, and -1 means none.
            exchange.sendResponseHeaders(code, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private static byte[] page(String name) {
        try (InputStream page = JdkServer.class.getResourceAsStream(name)) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
