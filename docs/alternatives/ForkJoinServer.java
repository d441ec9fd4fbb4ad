package hello;

import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;

/** Stage 05 with a pool that is made for other work, for jobs that split. */
public final class ForkJoinServer {
    private ForkJoinServer() {}

    public static void main(String[] args) {
        Launcher.serve(ForkJoinServer.class, args, ForkJoinServer::serve);
    }

    private static void serve(Listener listener, ConnectionHandler handler) {
        ExecutorService pool = pool(4);
        for (Socket connection : listener) {
            pool.execute(() -> handler.handle(connection));
        }
        ExecutorServer.close(pool);
    }

    static ForkJoinPool pool(int parallelism) {
        return new ForkJoinPool(parallelism);
    }
}
