package exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PlainWordsTest {
    private static final StackTraceElement IN_LIBRARY = new StackTraceElement("java.util.List", "get", "List.java", 1);
    private static final StackTraceElement IN_HELPER = new StackTraceElement("hello.Gate", "run", "Gate.java", 19);
    private static final StackTraceElement IN_ATTEMPT =
            new StackTraceElement("hello.ThreadPool", "submit", "ThreadPool.java", 71);

    @Test
    void ofAnAssertionTheMessageIsEnough() {
        Throwable failure =
                catchThrowable(() -> assertThat(1).as("the count of jobs").isEqualTo(2));
        assertThat(PlainWords.of(failure)).containsExactly("[the count of jobs]", "expected: 2", "but was: 1");
    }

    @Test
    void anExceptionIsToldWithTheLineOfTheAttempt() {
        Throwable failure = new IllegalStateException("no");
        failure.setStackTrace(new StackTraceElement[] {IN_LIBRARY, IN_ATTEMPT});
        assertThat(PlainWords.of(failure))
                .containsExactly("It threw java.lang.IllegalStateException: no, in submit, ThreadPool.java:71");
    }

    @Test
    void whatWasWaitedForIsToldInTheWordsOfItsAlias() {
        Throwable failure = catchThrowable(() -> Awaitility.await("the worker's end")
                .atMost(Duration.ofMillis(50))
                .pollDelay(Duration.ofMillis(1))
                .until(() -> false));
        assertThat(PlainWords.of(failure)).containsExactly("This has not come about in time: the worker's end");
    }

    @Test
    void aHangIsToldWithTheLinesAtWhichTheThreadsStood() {
        Thread test = new Thread("test");
        StackTraceElement hidden = new StackTraceElement("hello.ThreadPool$$Lambda", "run", null, -1);
        StackTraceElement inCheck = new StackTraceElement("hello.Check", "end", "Check.java", 9);
        Map<Thread, StackTraceElement[]> stacks = Map.of(
                test,
                new StackTraceElement[] {IN_LIBRARY, IN_HELPER, hidden, inCheck},
                new Thread("worker-0"),
                new StackTraceElement[] {IN_LIBRARY, IN_ATTEMPT},
                new Thread("worker-1"),
                new StackTraceElement[] {IN_ATTEMPT, inCheck},
                new Thread("elsewhere"),
                new StackTraceElement[] {IN_LIBRARY, IN_HELPER});
        assertThat(PlainWords.ofHang(test, stacks))
                .containsExactly(
                        "It did not come to an end. This is what its threads were doing:",
                        "the test: end, Check.java:9",
                        "worker-0, worker-1: submit, ThreadPool.java:71");
    }

    @Test
    void aHangOfManyThreadsIsToldInAFewLines() {
        Map<Thread, StackTraceElement[]> stacks = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            stacks.put(new Thread("same-" + (1_000 + i)), new StackTraceElement[] {IN_ATTEMPT});
        }
        for (int line = 11; line < 30; line++) {
            StackTraceElement other = new StackTraceElement("hello.Worker", "run", "Worker.java", line);
            stacks.put(new Thread("other-" + line), new StackTraceElement[] {other});
        }
        assertThat(PlainWords.ofHang(new Thread(), stacks))
                .hasSize(10)
                .contains("other-11: run, Worker.java:11")
                .endsWith("and 12 more");
        stacks.keySet().removeIf(thread -> thread.getName().startsWith("other"));
        assertThat(PlainWords.ofHang(new Thread(), stacks))
                .last()
                .isEqualTo("same-1000, same-1001, same-1002, same-1003, and 996 more: submit, ThreadPool.java:71");
    }
}
