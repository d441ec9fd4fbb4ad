package hello;

import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check {
    /** A worker that may go on still looks for a moment as if it waited. */
    private static final int LOOKS = 20;

    private final Gate gate = new Gate();
    private final AtomicLong sum = new AtomicLong(-1);
    private ThreadPool pool;
    private Thread caller;
    private int stuck;

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
        addUp(5);
        assertSum(10);
    }

    @Test
    @Order(2)
    @DisplayName("many numbers are added up by four workers")
    void fourWorkers() {
        pool = new ThreadPool(4);
        addUp(1_000);
        assertSum(499_500);
    }

    @Test
    @Order(3)
    @DisplayName("many numbers are added up by a single worker")
    void oneWorker() {
        pool = new ThreadPool(1);
        addUp(1_000);
        assertSum(499_500);
    }

    @Test
    @Order(4)
    @DisplayName("of many numbers, the workers do all the work, and not the caller")
    void byWorkers() {
        pool = new ThreadPool(4);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        addUp(1_000, number -> {
            threads.add(Thread.currentThread());
            return number;
        });
        assertSum(499_500);
        pool.workers.forEach(worker -> threads.remove(worker.thread));
        assertThat(threads)
                .withFailMessage("the function was called in these threads too: %s", names(threads))
                .isEmpty();
    }

    @Test
    @Order(5)
    @DisplayName("of many numbers, the workers share the work")
    void shared() {
        pool = new ThreadPool(2);
        start(1_000, number -> {
            gate.run();
            return number;
        });
        Set<Thread> busy = new HashSet<>();
        Watchdog.await(() -> {
            busy.addAll(gate.awaitVisits(0));
            return busy.size() == 2 || hasEnded() || isStuck() || isIdle(busy);
        });
        assertNotStuck();
        assertThat(busy)
                .withFailMessage("%s adds up numbers, and nobody else has anything to do", names(busy))
                .hasSize(2);
    }

    private void addUp(int numbers) {
        addUp(numbers, number -> number);
    }

    /** Adds up the numbers from 0 on, and fails as soon as nobody is left who could. */
    private void addUp(int numbers, IntToLongFunction function) {
        start(numbers, function);
        Watchdog.await(() -> hasEnded() || isStuck());
        assertNotStuck();
    }

    private void start(int numbers, IntToLongFunction function) {
        caller = new Caller(() -> sum.set(Sum.of(pool, 0, numbers, function))).thread;
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

    private static boolean waitsForAnother(Thread worker) {
        return worker.getState() == WAITING && !isIn(worker, "take") && !isIn(worker, "println");
    }

    /** Whether all who could do something wait: one at the gate, the others for a job. */
    private boolean isIdle(Set<Thread> busy) {
        return busy.size() == 1
                && caller.getState() == WAITING
                && workers().allMatch(worker -> busy.contains(worker) || isIn(worker, "take"));
    }

    private void assertNotStuck() {
        assertThat(stuck)
                .withFailMessage("every worker waits for a job that only a worker could do; see where, with jcmd")
                .isLessThan(LOOKS);
    }

    private void assertSum(long expected) {
        assertThat(sum)
                .withFailMessage("the sum should be %s, it is %s (-1 means that there is none)", expected, sum)
                .hasValue(expected);
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
