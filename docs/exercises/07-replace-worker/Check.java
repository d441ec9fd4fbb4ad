package hello;

import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private final Gate gate = new Gate();
    private final List<Thread> ran = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private ThreadPool pool;

    @Override
    List<Use> uses() {
        return List.of(Use.PLAIN, Use.made("when every worker has died once", Check::diedOnce));
    }

    /** An Error does cost a worker here. */
    @Override
    Runnable failing() {
        return () -> {
            throw new IllegalStateException("on purpose");
        };
    }

    private static ThreadPool diedOnce(int size) {
        ThreadPool pool = new ThreadPool(size);
        Gate all = new Gate();
        for (int i = 0; i < size; i++) {
            pool.execute(() -> {
                all.run();
                throw new AssertionError("on purpose");
            });
        }
        all.awaitVisits(size);
        all.open();
        return pool;
    }

    @AfterEach
    void closeThePool() {
        gate.open();
        // Not waited for: it may have to wait for a lock that a test has left behind.
        new Caller(() -> pool.close());
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
        for (Error error : List.of(new AssertionError(), new LinkageError(), new StackOverflowError())) {
            ran.clear();
            pool = new ThreadPool(1);
            pool.execute(() -> {
                note();
                throw error;
            });
            pool.execute(this::note);
            comesAllTheSame(() -> ran.size() == 2);
            assertThat(ran.lastIndexOf(ran.get(0)))
                    .withFailMessage("the thread whose job threw %s went on to the next job", error)
                    .isZero();
            assertComes(
                    "the thread whose job threw " + error + " has not ended",
                    () -> !ran.get(0).isAlive());
            pool.close();
        }
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
            assertThat(console.errors())
                    .withFailMessage("a worker died of an Error, and nothing on stderr says so")
                    .anyMatch(line -> line.endsWith(": a job failed: java.lang.AssertionError: on purpose"));
        }
    }

    @Test
    @Order(4)
    @DisplayName("however many die or fail, as many jobs run at once as before, and no more")
    void size() {
        pool = new ThreadPool(2);
        for (int i = 0; i < 10; i++) {
            boolean isInterrupted = i % 2 == 0;
            pool.execute(() -> {
                if (isInterrupted) {
                    Thread.currentThread().interrupt();
                }
                note();
                throw isInterrupted ? new AssertionError("on purpose") : new WithoutWords();
            });
            pool.execute(() -> {
                throw new IllegalStateException("on purpose");
            });
        }
        assertComes(
                "ten jobs throw an Error, half of them with the interrupt flag set, half one whose message cannot be had,"
                        + " ten an exception, and no worker is left for them all",
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
        Caller other = new Caller(pool::close);
        comesAllTheSame(() -> false);
        gate.open();
        try {
            assertComes("the worker died, and the jobs that were sent before close are lost", () -> begun.get() == 1);
            assertThat(comesAllTheSame(() -> !closer.thread.isAlive() || !other.thread.isAlive()))
                    .withFailMessage("two closed, and one has returned while the new worker still runs a job")
                    .isFalse();
            closer.thread.interrupt();
            other.thread.interrupt();
            assertThat(comesAllTheSame(() -> !closer.thread.isAlive() || !other.thread.isAlive()))
                    .withFailMessage("a close was interrupted, and has returned while the new worker still runs a job")
                    .isFalse();
        } finally {
            second.open();
        }
        assertComes(
                "all jobs have ended, and close does not return",
                () -> !closer.thread.isAlive() && !other.thread.isAlive());
        assertThat(ran)
                .withFailMessage("close has returned, and a job has not run")
                .hasSize(2);
        Thread last = ran.get(1);
        assertThat(last.isAlive())
                .withFailMessage("close has returned, and the new worker has not ended")
                .isFalse();
    }

    /** What reports it must expect everything. */
    private static final class WithoutWords extends Error {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("on purpose");
        }
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
}
