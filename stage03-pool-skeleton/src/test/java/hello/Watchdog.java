package hello;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** How long a test waits for what must come. */
final class Watchdog {
    /** Far longer than it takes, so that a busy machine fails no test. */
    static final int WATCHDOG_SECONDS = 30;

    private Watchdog() {}

    /** Waits until a condition holds, and looks often: no test waits for nothing. */
    static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(WATCHDOG_SECONDS, SECONDS)
                .pollInterval(10, MILLISECONDS)
                .until(condition);
    }
}
