package hello;

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private static final int ROOM = 3;
    private static final int ROUNDS = 5;
    private static final int SENDERS = 4;

    private Gate gate = new Gate();
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private ThreadPool pool;
    private Thread sender;

    @AfterEach
    void closeThePool() {
        gate.open();
        if (pool != null) {
            // Not waited for: it may have to wait for what an attempt has forgotten.
            new Caller(pool::close);
        }
    }

    @Test
    @Order(1)
    @DisplayName("whatever the rejection, a job that finds room is sent to the workers")
    void room() {
        for (Rejection rejection : Rejection.values()) {
            pool = new ThreadPool(1, ROOM, rejection);
            AtomicReference<Thread> runner = new AtomicReference<>();
            pool.execute(() -> runner.set(Thread.currentThread()));
            pool.close();
            assertThat(runner.get())
                    .withFailMessage("%s: the job ran in %s, not in the worker's", rejection, name(runner.get()))
                    .isSameAs(pool.workers.get(0).thread);
        }
    }

    @Test
    @Order(2)
    @DisplayName("whatever the rejection, a closed pool refuses a job, even if it is full")
    void closed() {
        for (Rejection rejection : Rejection.values()) {
            fill(rejection);
            ThreadPool closing = pool;
            new Caller(closing::close);
            comesAllTheSame(() -> false);
            Throwable thrown = send(job("late"), rejection + ": the pool was closed, and its channel full");
            assertThat(thrown)
                    .withFailMessage(
                            "%s: execute after close should be rejected; it threw %s",
                            rejection, requireNonNullElse(thrown, "nothing"))
                    .isInstanceOf(RejectedExecutionException.class);
            gate.open();
            comes(() -> ran.size() == ROOM);
            assertRan("0", "1", "2");
            ran.clear();
        }
    }

    @Test
    @Order(3)
    @DisplayName("REJECT: the sender gets a RejectedExecutionException, and the job never runs")
    void rejects() {
        fill(Rejection.REJECT);
        Throwable thrown = send(job("one too many"));
        assertThat(thrown)
                .withFailMessage(
                        "the channel was full; execute should be rejected, it threw %s",
                        requireNonNullElse(thrown, "nothing"))
                .isInstanceOf(RejectedExecutionException.class);
        gate.open();
        pool.close();
        assertRan("0", "1", "2");
    }

    @Test
    @Order(4)
    @DisplayName("CALLER_RUNS: the job is run in the sender's thread, before execute returns")
    void callerRuns() {
        fill(Rejection.CALLER_RUNS);
        AtomicReference<Thread> runner = new AtomicReference<>();
        send(() -> runner.set(Thread.currentThread()));
        assertThat(runner.get())
                .withFailMessage("execute has returned, and the job has not run")
                .isNotNull();
        assertThat(runner.get())
                .withFailMessage("the job ran in %s, not in its sender's", name(runner.get()))
                .isSameAs(sender);
        gate.open();
        pool.close();
        assertRan("0", "1", "2");
    }

    @Test
    @Order(5)
    @DisplayName("CALLER_RUNS: while a sender is busy with its job, others can send theirs")
    void othersCanSend() throws Exception {
        fill(Rejection.CALLER_RUNS);
        Gate slow = new Gate();
        Caller busy = new Caller(() -> pool.execute(slow));
        Watchdog.await(() -> Set.of(WAITING, TERMINATED).contains(busy.thread.getState()));
        try {
            assertThat(busy.thread.getState())
                    .withFailMessage("execute has returned before the job has ended")
                    .isEqualTo(WAITING);
            Throwable thrown = send(job("another"), "the channel was full and another sender busy with its own job");
            assertThat(thrown)
                    .withFailMessage("the second sender's execute threw %s", thrown)
                    .isNull();
            assertRan("another");
        } finally {
            slow.open();
        }
        busy.awaitEnd();
    }

    @Test
    @Order(6)
    @DisplayName("DROP_OLDEST: the job that has waited longest makes room, all others are run in turn")
    void dropsTheOldest() {
        fill(Rejection.DROP_OLDEST);
        Throwable thrown = send(job("one more"));
        assertThat(thrown).withFailMessage("execute threw %s", thrown).isNull();
        gate.open();
        pool.close();
        assertRan("1", "2", "one more");
    }

    @Test
    @Order(7)
    @DisplayName("whatever the rejection, close returns while others send, and no job is lost or run in vain")
    void amongSenders() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            for (Rejection rejection : Rejection.values()) {
                int lost = closeAmongSenders(rejection);
                assertThat(lost <= 0 || rejection == Rejection.DROP_OLDEST)
                        .withFailMessage(
                                "%s: in round %s, %s jobs were accepted that never ran", rejection, round, lost)
                        .isTrue();
                assertThat(lost)
                        .withFailMessage("%s: in round %s, %s jobs ran that had been rejected", rejection, round, -lost)
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    @Order(8)
    @DisplayName("whatever the rejection, null and a capacity of 0 are refused, and a sender stays interrupted")
    void refused() {
        for (Rejection rejection : Rejection.values()) {
            pool = new ThreadPool(1, ROOM, rejection);
            assertThat(catchThrowable(() -> pool.execute(null)))
                    .withFailMessage("%s: null should be refused by a NullPointerException", rejection)
                    .isInstanceOf(NullPointerException.class);
            Thread.currentThread().interrupt();
            catchThrowable(() -> pool.execute(gate));
            assertThat(Thread.interrupted())
                    .withFailMessage(
                            "%s: the sender was interrupted before; its interrupt flag should still be set", rejection)
                    .isTrue();
            gate.open();
            pool.close();
            assertThat(catchThrowable(() -> new ThreadPool(1, 0, rejection)))
                    .withFailMessage("%s: a capacity of 0 should be refused by an IllegalArgumentException", rejection)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The only worker is busy, and the channel is full. */
    private void fill(Rejection rejection) {
        gate = new Gate();
        pool = new ThreadPool(1, ROOM, rejection);
        Thread first = new Caller(() -> pool.execute(gate)).thread;
        assertThat(gate.awaitVisits(1).get(0))
                .withFailMessage("the channel had room, and the job ran in its sender's thread")
                .isNotSameAs(first);
        for (int i = 0; i < ROOM; i++) {
            pool.execute(job(String.valueOf(i)));
        }
    }

    /**
     * Closes a pool among senders that never rest; returns how many jobs it has accepted and not run, less those that it
     * has rejected and run.
     */
    private int closeAmongSenders(Rejection rejection) throws Exception {
        ThreadPool small = new ThreadPool(1, 1, rejection);
        AtomicInteger notRun = new AtomicInteger();
        Runnable job = notRun::decrementAndGet;
        AtomicBoolean isOver = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(SENDERS);
        List<Caller> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(new Caller(() -> {
                while (!isOver.get()) {
                    if (catchThrowable(() -> small.execute(job)) == null) {
                        notRun.incrementAndGet();
                    }
                    begun.countDown();
                }
            }));
        }
        begun.await();
        Caller closer = new Caller(small::close);
        closer.thread.join(100);
        isOver.set(true);
        assertComes(
                rejection + ": close waits for a worker that waits for a message: somebody has dropped it",
                () -> !closer.thread.isAlive());
        assertComes(
                rejection + ": the pool is closed, and a sender still waits for room",
                () -> senders.stream().noneMatch(sender -> sender.thread.isAlive()));
        return notRun.get();
    }

    private static String name(Thread thread) {
        return thread == Thread.currentThread() ? "its sender's thread" : "the thread " + thread.getName();
    }

    private Runnable job(String name) {
        return () -> ran.add(name);
    }

    private Throwable send(Runnable job) {
        return send(job, "the channel was full");
    }

    /** Sends a job that should not have to wait; returns what execute threw, or null. */
    private Throwable send(Runnable job, String situation) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        sender = new Caller(() -> thrown.set(catchThrowable(() -> pool.execute(job)))).thread;
        Watchdog.await(() -> Set.of(WAITING, TIMED_WAITING, BLOCKED, TERMINATED).contains(sender.getState()));
        assertThat(sender.getState())
                .withFailMessage("%s, and the sender has to wait in execute; it should not", situation)
                .isEqualTo(TERMINATED);
        return thrown.get();
    }

    private void assertRan(String... jobs) {
        assertThat(ran)
                .withFailMessage(
                        "of the jobs 0, 1, 2 and what was sent afterwards, %s should have run, in that"
                                + " order; %s did",
                        List.of(jobs), ran)
                .containsExactly(jobs);
    }
}
