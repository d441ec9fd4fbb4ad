package exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
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
    void aHangIsToldWithTheLineAtWhichTheTestStood() {
        TimeoutException failure = new TimeoutException();
        Throwable stack = new Throwable();
        stack.setStackTrace(new StackTraceElement[] {IN_LIBRARY, IN_HELPER, IN_ATTEMPT});
        failure.initCause(stack);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        assertThat(PlainWords.ofHang(failure, before))
                .containsExactly(
                        "It did not come to an end. This is what its threads were doing:",
                        "the test: submit, ThreadPool.java:71");
    }
}
