package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.WAITING;
import static java.util.Objects.requireNonNullElse;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check {
    private static final int CAPACITY = 1_024;
    private static final Set<Thread.State> AT_REST = EnumSet.of(WAITING, BLOCKED, TERMINATED);

    /** A thread that has just been woken still looks for a moment as if it waited. */
    private static final int LOOKS = 20;

    /** Where to be wrong would be to miss a fault of an attempt, not to see one that is not there. */
    private static final int FEWER_LOOKS = 10;

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final Gate gate = new Gate();
    private final List<Thread> ran = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private ThreadPool pool;

    @AfterEach
    void closeThePool() {
        gate.open();
        // Not waited for: it may have to wait for a lock that a test has left behind.
        new Caller(pool::close);
    }

    @Test
    @Order(1)
    @DisplayName("a worker whose job threw an exception goes on")
    void exception() {
        pool = new ThreadPool(1);
        pool.execute(() -> {
            note();
            throw new IllegalStateException("on purpose");
        });
        pool.execute(this::note);
        assertComes("a job threw an exception, and no worker takes the next", () -> ran.size() == 2);
        assertThat(ran.get(1))
                .withFailMessage("after an exception, the next job ran in a new thread")
                .isSameAs(ran.get(0));
    }

    @Test
    @Order(2)
    @DisplayName("a worker whose job threw an Error takes no other job, and ends")
    void dies() {
        pool = new ThreadPool(1);
        pool.execute(this::die);
        pool.execute(this::note);
        comesAllTheSame(() -> ran.size() == 2);
        assertThat(ran.lastIndexOf(ran.get(0)))
                .withFailMessage("the thread whose job threw an Error went on to the next job")
                .isZero();
        assertComes(
                "the thread whose job threw an Error has not ended",
                () -> !ran.get(0).isAlive());
    }

    @Test
    @Order(3)
    @DisplayName("another worker takes its place, with the same id and the same name")
    void replaced() {
        pool = new ThreadPool(3);
        try (Console console = new Console()) {
            pool.execute(this::die);
            assertComes("no worker has taken the job", () -> ran.size() == 1);
            for (int i = 0; i < 3; i++) {
                pool.execute(() -> stay(gate));
            }
            assertComes(
                    "one of three workers died, three jobs were sent, and not all of them run", () -> begun.get() == 3);
            List<String> names =
                    gate.awaitVisits(3).stream().map(Thread::getName).sorted().toList();
            assertThat(names)
                    .withFailMessage(
                            "the threads of the three workers should have the names worker-0, worker-1 and worker-2, as"
                                    + " before; they are %s",
                            names)
                    .containsExactly("worker-0", "worker-1", "worker-2");
            assertThat(console.output())
                    .as("the log after a worker has died and three jobs more have begun")
                    .contains(
                            "Worker 0 got a job; executing.",
                            "Worker 1 got a job; executing.",
                            "Worker 2 got a job; executing.");
        }
    }

    @Test
    @Order(4)
    @DisplayName("however many die or fail, as many jobs run at once as before, and no more")
    void size() {
        pool = new ThreadPool(2);
        for (int i = 0; i < 10; i++) {
            pool.execute(this::die);
            pool.execute(() -> {
                throw new IllegalStateException("on purpose");
            });
        }
        assertComes(
                "ten jobs throw an Error, ten an exception, and no worker is left for them all",
                () -> ran.size() == 10);
        for (int i = 0; i < 3; i++) {
            pool.execute(() -> stay(gate));
        }
        comes(() -> begun.get() == 3);
        assertThat(begun.get())
                .withFailMessage("of two workers many have died, and %s jobs run at once; it should be 2", begun.get())
                .isEqualTo(2);
    }

    @Test
    @Order(5)
    @DisplayName("a worker that dies while a sender waits for room is replaced")
    void fullChannel() {
        pool = new ThreadPool(1);
        pool.execute(() -> {
            gate.run();
            die();
        });
        gate.awaitVisits(1);
        for (int i = 0; i < CAPACITY; i++) {
            pool.execute(this::note);
        }
        Caller sender = new Caller(() -> pool.execute(this::note));
        Watchdog.await(() -> sender.thread.getState() == WAITING);
        gate.open();
        assertComes(
                "the worker has died while a sender waited for room, with the pool's lock; no other has taken its place",
                () -> ran.size() == 1 + CAPACITY + 1);
    }

    @Test
    @Order(6)
    @DisplayName("a worker that dies while the pool is being closed is replaced; close waits for both")
    void whileClosing() {
        pool = new ThreadPool(1);
        Gate second = new Gate();
        pool.execute(() -> {
            gate.run();
            die();
        });
        pool.execute(() -> stay(second));
        pool.execute(this::note);
        Caller closer = new Caller(pool::close);
        Watchdog.await(() -> closer.thread.getState() == WAITING);
        gate.open();
        try {
            assertComes("the worker died, and the jobs that were sent before close are lost", () -> begun.get() == 1);
            assertThat(comesAllTheSame(() -> !closer.thread.isAlive()))
                    .withFailMessage("close has returned while the new worker still runs a job")
                    .isFalse();
        } finally {
            second.open();
        }
        assertComes("all jobs have ended, and close does not return", () -> !closer.thread.isAlive());
        assertThat(ran)
                .withFailMessage("close has returned, and a job has not run")
                .hasSize(2);
        Thread last = ran.get(1);
        assertThat(last.isAlive())
                .withFailMessage("close has returned, and the new worker has not ended")
                .isFalse();
    }

    @Test
    @Order(7)
    @DisplayName("a job that a new worker runs cannot close the pool either")
    void closedByJob() {
        pool = new ThreadPool(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        pool.execute(this::die);
        pool.execute(() -> {
            note();
            thrown.set(catchThrowable(pool::close));
            note();
        });
        assertComes("the job that closes the pool has not run, or waits for its own end", () -> ran.size() == 3);
        assertThat(thrown.get())
                .withFailMessage(
                        "close should throw an IllegalStateException; it threw %s",
                        requireNonNullElse(thrown, "nothing"))
                .isInstanceOf(IllegalStateException.class);
    }

    private void note() {
        ran.add(Thread.currentThread());
    }

    private void die() {
        note();
        throw new AssertionError("on purpose");
    }

    private void stay(Gate gate) {
        begun.incrementAndGet();
        gate.run();
    }

    private void assertComes(String otherwise, BooleanSupplier condition) {
        assertThat(comes(condition)).withFailMessage(otherwise).isTrue();
    }

    /** Waits until a condition holds; returns false if nobody is left who could bring it about. */
    private boolean comes(BooleanSupplier condition) {
        return comes(condition, LOOKS);
    }

    /** For what should not come. */
    private boolean comesAllTheSame(BooleanSupplier condition) {
        return comes(condition, FEWER_LOOKS);
    }

    private boolean comes(BooleanSupplier condition, int enough) {
        AtomicInteger looks = new AtomicInteger();
        ConditionFactory wait = Awaitility.waitAtMost(WATCHDOG_SECONDS, SECONDS);
        wait.pollInterval(5, MILLISECONDS).until(() -> {
            looks.set(isAtRest() ? looks.get() + 1 : 0);
            return condition.getAsBoolean() || looks.get() == enough;
        });
        return condition.getAsBoolean();
    }

    /** Whether all threads of this test wait for others, but for those that look. */
    private boolean isAtRest() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.getName().matches("(junit|awaitility)-.*"))
                .allMatch(thread -> AT_REST.contains(thread.getState()));
    }
}
