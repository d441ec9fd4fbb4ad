package hello;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/** The pool of ForkJoinServer. Its threads are daemons, for which no JVM waits: a hook does. */
final class Pool {
    private Pool() {}

    static Executor open(int size) {
        ForkJoinPool pool = ForkJoinServer.pool(size);
        Thread hook = new Thread(() -> pool.awaitQuiescence(30, SECONDS));
        Runtime.getRuntime().addShutdownHook(hook);
        return pool;
    }
}
