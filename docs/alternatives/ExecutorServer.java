package hello;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;

/** Stage 05 with the pool that comes with the JDK. */
public final class ExecutorServer {
    private static final int CAPACITY = 1_024;
    private static final long GRACE_SECONDS = 30;

    private ExecutorServer() {}

    public static void main(String[] args) {
        Launcher.serve(ExecutorServer.class, args, ExecutorServer::serve);
    }

    private static void serve(Listener listener, ConnectionHandler handler) {
        ExecutorService pool = pool(4);
        for (Socket connection : listener) {
            pool.execute(() -> handler.handle(connection));
        }
        close(pool);
    }

    /** A full queue makes the thread that brings a job run the job itself. */
    static ThreadPoolExecutor pool(int size) {
        BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(CAPACITY);
        CallerRunsPolicy whenFull = new CallerRunsPolicy();
        return new ThreadPoolExecutor(size, size, 0, SECONDS, queue, whenFull);
    }

    /** Takes no more jobs, and waits for those that it has. */
    static void close(ExecutorService pool) {
        pool.shutdown();
        try {
            pool.awaitTermination(GRACE_SECONDS, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
