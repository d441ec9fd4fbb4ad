package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** A thread of the test that calls the pool, and may have to wait there. */
final class Caller {
    interface Call {
        void run() throws Exception;
    }

    final Thread thread;
    private final FutureTask<Void> task;

    Caller(Call call) {
        task = new FutureTask<>(() -> {
            call.run();
            return null;
        });
        thread = new Thread(task, "caller");
        thread.start();
    }

    /** Waits until this thread waits in a method of that name. */
    void awaitWaiting(String method) {
        awaitWaiting(thread, method);
    }

    /** Waits until a thread waits in a method of that name. */
    static void awaitWaiting(Thread thread, String method) {
        Watchdog.await(() -> thread.getState() == Thread.State.WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(method)));
    }

    /** Returns when the call has ended; fails if it ended by an exception. */
    void awaitEnd() throws InterruptedException {
        assertThat(task).succeedsWithin(WATCHDOG_SECONDS, SECONDS);
        thread.join();
    }
}
