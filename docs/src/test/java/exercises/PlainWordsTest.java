package exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
    private static final StackTraceElement IN_LIBRARY = new StackTraceElement("java.util.List", "get", "List.java", 1);
    private static final StackTraceElement IN_HELPER = new StackTraceElement("hello.Gate", "run", "Gate.java", 19);
    private static final StackTraceElement IN_ATTEMPT =
            new StackTraceElement("hello.ThreadPool", "submit", "ThreadPool.java", 71);

    @Test
    void anAssertionIsReportedByItsMessage() {
        Throwable failure =
                catchThrowable(() -> assertThat(1).as("the count of jobs").isEqualTo(2));
        assertThat(PlainWords.of(failure)).containsExactly("[the count of jobs]", "expected: 2", "but was: 1");
    }

    @Test
    void anExceptionIsReportedWithTheLineOfTheAttempt() {
        Throwable failure = new IllegalStateException("no");
        failure.setStackTrace(new StackTraceElement[] {IN_LIBRARY, IN_ATTEMPT});
        assertThat(PlainWords.of(failure))
                .containsExactly("It threw java.lang.IllegalStateException: no, in submit, ThreadPool.java:71");
    }

    @Test
    void aWaitInVainIsReportedByItsAlias() {
        Throwable failure = catchThrowable(() -> Awaitility.await("the worker's end")
                .atMost(Duration.ofMillis(50))
                .pollDelay(Duration.ofMillis(1))
                .until(() -> false));
        assertThat(PlainWords.of(failure)).containsExactly("This did not happen in time: the worker's end");
    }

    @Test
    void anEndlessMessageIsCutShort() {
        String endless = ("x".repeat(1_000) + "\n").repeat(1_000);
        assertThat(PlainWords.of(new AssertionError(endless)))
                .hasSize(21)
                .contains("x".repeat(400) + "...")
                .endsWith("and 980 more");
    }

    @Test
    void aHangIsReportedByWhoWaitsForWhat() {
        StackTraceElement join = new StackTraceElement("java.lang.Thread", "join", "Thread.java", 1);
        StackTraceElement take = new StackTraceElement("java.util.concurrent.ArrayBlockingQueue", "take", null, 1);
        StackTraceElement close = new StackTraceElement("hello.ThreadPool", "close", "ThreadPool.java", 98);
        StackTraceElement loop = new StackTraceElement("hello.Worker", "run", "Worker.java", 19);
        StackTraceElement inCheck = new StackTraceElement("hello.Check", "end", "Check.java", 9);
        List<Waiter> waiters = List.of(
                waiter("the test", State.WAITING, null, "worker-0", join, close, inCheck),
                waiter("worker-0", State.WAITING, null, null, take, loop),
                waiter("worker-1", State.WAITING, null, null, take, loop),
                waiter("worker-2", State.BLOCKED, "worker-0", null, IN_ATTEMPT, IN_LIBRARY, loop),
                waiter("worker-3", State.WAITING, null, null, IN_LIBRARY, IN_HELPER, loop),
                waiter("caller", State.RUNNABLE, null, null, IN_ATTEMPT, inCheck, IN_HELPER),
                waiter("elsewhere", State.WAITING, null, null, IN_LIBRARY, IN_HELPER));
        assertThat(PlainWords.ofHang("all ends", waiters))
                .containsExactly(
                        "The claim \"all ends\" does not come to an end:",
                        "close, called by the test, waits for worker-0 to end (ThreadPool.java:98)",
                        "submit, called by caller, keeps running (ThreadPool.java:71)",
                        "worker-0, worker-1 wait for a message (Worker.java:19)",
                        "worker-2 waits for a lock that worker-0 has (ThreadPool.java:71)",
                        "worker-3 runs a job that the check has not let end yet (Worker.java:19)");
    }

    @Test
    void aHangOfManyThreadsIsReportedInAFewLines() {
        List<Waiter> waiters = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            waiters.add(waiter("same-" + (1_000 + i), State.RUNNABLE, null, null, IN_ATTEMPT));
        }
        for (int line = 11; line < 30; line++) {
            StackTraceElement other = new StackTraceElement("hello.Worker", "run", "Worker.java", line);
            waiters.add(waiter("other-" + line, State.RUNNABLE, null, null, other));
        }
        assertThat(PlainWords.ofHang("all ends", waiters))
                .hasSize(10)
                .contains("other-11 keeps running (Worker.java:11)")
                .endsWith("and 12 more");
        assertThat(PlainWords.ofHang("all ends", waiters.subList(0, 1_000)))
                .last()
                .isEqualTo(
                        "same-1000, same-1001, same-1002, same-1003, and 996 more keep running (ThreadPool.java:71)");
    }

    private static Waiter waiter(String name, State state, String owner, String joined, StackTraceElement... stack) {
        return new Waiter(name, state, List.of(stack), owner, joined);
    }
}
