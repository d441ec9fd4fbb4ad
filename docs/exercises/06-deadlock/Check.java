package hello;

import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check {
    /** A worker that may go on still looks for a moment as if it waited. */
    private static final int LOOKS = 20;

    /** Somebody who may go on does so within as many looks, even on a busy machine. */
    private static final int MANY_LOOKS = 200;

    /** More parts than the channel has room for, if they are small; and no number of workers divides them. */
    private static final int MANY = 30_011;

    private static final int WORKERS = 3;

    private final Gate gate = new Gate();
    private final AtomicReference<Object> outcome = new AtomicReference<>("none");
    private ThreadPool pool;
    private Thread caller;
    private int stuck;
    private int idle;

    @AfterEach
    void closeThePool() {
        gate.open();
        // Not waited for: workers that wait for each other do so for ever.
        new Caller(pool::close);
    }

    @Test
    @Order(1)
    @DisplayName("a few numbers are added up")
    void few() {
        pool = new ThreadPool(1);
        addUp(0, 5);
    }

    @Test
    @Order(2)
    @DisplayName("many numbers are added up by four workers")
    void fourWorkers() {
        pool = new ThreadPool(4);
        addUp(0, 1_000);
        addUp(7, MANY);
    }

    @Test
    @Order(3)
    @DisplayName("many numbers are added up by a single worker")
    void oneWorker() {
        pool = new ThreadPool(1);
        addUp(0, 1_000);
        addUp(-7, MANY);
    }

    @Test
    @Order(4)
    @DisplayName("of many numbers, the workers do all the work, and not the caller")
    void byWorkers() {
        pool = new ThreadPool(4);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        start(0, 1_000, number -> {
            threads.add(Thread.currentThread());
            return square(number);
        });
        awaitSum(0, 1_000);
        pool.workers.forEach(worker -> threads.remove(worker.thread));
        assertThat(threads)
                .withFailMessage("the function was called in these threads too: %s", names(threads))
                .isEmpty();
    }

    @Test
    @Order(5)
    @DisplayName("of many numbers, the workers share the work, and nothing of it is lost or mixed up")
    void shared() {
        pool = new ThreadPool(WORKERS);
        start(0, 1_000, number -> {
            gate.run();
            return square(number);
        });
        Set<Thread> busy = new HashSet<>();
        Watchdog.await(() -> {
            busy.addAll(gate.awaitVisits(0));
            return busy.size() == WORKERS || hasEnded() || isStuck() || isIdle(busy);
        });
        assertNotStuck();
        assertThat(busy)
                .withFailMessage("of %s workers, only these have anything to do: %s", WORKERS, names(busy))
                .hasSize(WORKERS);
        try (ThreadPool another = new ThreadPool(1)) {
            // Meanwhile, somebody else adds up others.
            Sum.of(another, 0, 100, Check::square);
        }
        gate.open();
        awaitSum(0, 1_000);
    }

    @Test
    @Order(6)
    @DisplayName("if the function fails for one of many numbers, Sum.of fails too")
    void failure() {
        pool = new ThreadPool(2);
        start(0, 1_000, number -> {
            if (number == 500) {
                throw new IllegalArgumentException("on purpose");
            }
            return square(number);
        });
        await();
        assertThat(outcome.get())
                .withFailMessage("the function failed for 500, and Sum.of returned %s", outcome)
                .isInstanceOf(Throwable.class);
    }

    private static long square(int number) {
        return (long) number * number;
    }

    private void addUp(int from, int to) {
        start(from, to, Check::square);
        awaitSum(from, to);
    }

    private void start(int from, int to, IntToLongFunction function) {
        outcome.set("none");
        caller = new Caller(() -> outcome.set(outcome(from, to, function))).thread;
    }

    private Object outcome(int from, int to, IntToLongFunction function) {
        try {
            return Sum.of(pool, from, to, function);
        } catch (Throwable e) {
            return e;
        }
    }

    private void awaitSum(int from, int to) {
        await();
        long expected = IntStream.range(from, to).mapToLong(Check::square).sum();
        assertThat(outcome.get())
                .withFailMessage(
                        "the sum of the squares from %s up to %s, which is not included, should be %s; it is %s",
                        from, to, expected, outcome)
                .isEqualTo(expected);
    }

    /** Waits for the caller, and fails as soon as nobody is left who could do anything for it. */
    private void await() {
        Watchdog.await(() -> hasEnded() || isStuck() || isForgotten());
        assertNotStuck();
        assertThat(idle)
                .withFailMessage("the workers have nothing left to do, and Sum.of does not return")
                .isLessThan(MANY_LOOKS);
    }

    private boolean hasEnded() {
        return caller.getState() == TERMINATED;
    }

    /** Whether each worker waits for something else than a job or the gate, at every look. */
    private boolean isStuck() {
        boolean isStuck = gate.awaitVisits(0).isEmpty() && workers().allMatch(Check::waitsForAnother);
        stuck = isStuck ? stuck + 1 : 0;
        return stuck >= LOOKS;
    }

    /** Whether the caller waits, and each worker for a job, at every look. */
    private boolean isForgotten() {
        boolean isForgotten = caller.getState() == WAITING && workers().allMatch(worker -> isIn(worker, "take"));
        idle = isForgotten ? idle + 1 : 0;
        return idle >= MANY_LOOKS;
    }

    private static boolean waitsForAnother(Thread worker) {
        return worker.getState() == WAITING && !isIn(worker, "take") && !isIn(worker, "println");
    }

    /** Whether all who could do something wait: some at the gate, the others for a job. */
    private boolean isIdle(Set<Thread> busy) {
        return !busy.isEmpty()
                && caller.getState() == WAITING
                && workers().allMatch(worker -> busy.contains(worker) || isIn(worker, "take"));
    }

    private void assertNotStuck() {
        assertThat(stuck)
                .withFailMessage("every worker waits for what only a worker could do; see where, with jcmd")
                .isLessThan(LOOKS);
    }

    private static String names(Set<Thread> threads) {
        Stream<String> names = threads.stream().map(thread -> "the thread " + thread.getName());
        return threads.isEmpty() ? "nobody" : names.sorted().collect(Collectors.joining(", "));
    }

    private Stream<Thread> workers() {
        return pool.workers.stream().map(worker -> worker.thread);
    }

    private static boolean isIn(Thread thread, String method) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }
}
