package hello;

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import hello.Caller.Call;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    /** No multiple of what somebody may round to. */
    private static final Duration GRACE = Duration.ofMillis(150);

    private static final Duration LONGER = Duration.ofSeconds(1);

    /** Who counts in milliseconds may come a little early. */
    private static final Duration ROUNDING = Duration.ofMillis(20);

    private static final Duration TOO_LATE = Duration.ofMillis(40);

    /** A busy machine may make anybody late, but not each time. */
    private static final int TRIES = 10;

    private static final Set<Thread.State> AT_REST = EnumSet.of(WAITING, TIMED_WAITING, BLOCKED, TERMINATED);

    private final Gate gate = new Gate();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger started = new AtomicInteger();
    private final List<String> ran = new CopyOnWriteArrayList<>();
    private final AtomicReference<List<Runnable>> returned = new AtomicReference<>();
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private List<Duration> interrupts = new CopyOnWriteArrayList<>();
    private ThreadPool pool;
    private long start;

    @Override
    List<Use> uses() {
        return List.of(Use.PLAIN, Use.closed("with an hour of grace", pool -> pool.close(HOUR)));
    }

    @AfterEach
    void letAllJobsEnd() {
        over.countDown();
        gate.open();
        // Not waited for: it may have to wait for what an attempt has forgotten.
        new Caller(() -> pool.close());
    }

    @Test
    @Order(1)
    @DisplayName("while the grace period lasts, all jobs are run, and none is interrupted")
    void inTime() {
        closeBusyPool(() -> returned.set(pool.close(HOUR)), closer -> {});
        assertThat(returned.get())
                .withFailMessage("all jobs were run in time; close should return an empty list, not %s", returned)
                .isEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("when the grace period is over, all jobs that run are interrupted at once")
    void interrupted() {
        gate.open();
        for (Duration grace : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
            assertInterrupts(grace, 2);
        }
    }

    @Test
    @Order(3)
    @DisplayName("the grace period is neither shorter nor longer, however many workers there are")
    void kept() {
        gate.open();
        assertInterrupts(GRACE, 4);
        Duration first = Collections.min(interrupts);
        assertThat(first)
                .withFailMessage(
                        "the grace period was %s ms; a job was interrupted after %s ms",
                        GRACE.toMillis(), first.toMillis())
                .isGreaterThan(GRACE.minus(ROUNDING));
    }

    @Test
    @Order(4)
    @DisplayName("jobs that wait when it is over are given back in their order, and never run")
    void givenBack() {
        keepBusy(1);
        gate.open();
        List<Runnable> jobs = List.of(new Job("0", ran), new Job("1", ran), new Job("2", ran));
        jobs.forEach(pool::execute);
        assertEnds(close(Duration.ZERO), "the grace period was zero");
        assertThat(returned.get())
                .withFailMessage("the jobs 0, 1 and 2 waited; close should give them back, it returned %s", returned)
                .isEqualTo(jobs);
        assertThat(ran)
                .withFailMessage("the jobs %s were given back, and run as well", ran)
                .isEmpty();
    }

    @Test
    @Order(5)
    @DisplayName("a full channel does not make it longer")
    void fullChannel() {
        gate.open();
        for (Duration grace : List.of(Duration.ZERO, SHORT)) {
            keepBusy(1);
            for (int i = 0; i < CAPACITY; i++) {
                pool.execute(new Job("of many", ran));
            }
            assertEnds(close(grace), "the grace period was " + grace.toMillis() + " ms, the channel was full");
            assertThat(returned.get())
                    .withFailMessage(() -> CAPACITY + " jobs waited, and close gave back "
                            + returned.get().size())
                    .hasSize(CAPACITY);
        }
    }

    @Test
    @Order(6)
    @DisplayName("a job that ignores the interrupt is waited for")
    void ignored() {
        pool = new ThreadPool(1);
        pool.execute(gate);
        Thread worker = gate.awaitVisits(1).get(0);
        Caller closer = close(Duration.ZERO);
        assertThat(comesAllTheSame(() -> !closer.thread.isAlive()))
                .withFailMessage("close has returned while a job was still running")
                .isFalse();
        gate.open();
        assertEnds(closer, "the only job has ended");
        assertThat(worker.isAlive())
                .withFailMessage("close has returned, and the worker has not ended")
                .isFalse();
    }

    @Test
    @Order(7)
    @DisplayName("a hastier close gets its way over one that already waits")
    void secondCloser() {
        keepBusy(1);
        gate.open();
        Job job = new Job("0", ran);
        pool.execute(job);
        Caller patient = caller(pool::close);
        Watchdog.await(() -> AT_REST.contains(patient.thread.getState()));
        Caller hasty = close(Duration.ZERO);
        assertEnds(hasty, "the grace period was zero, though another was closing already");
        assertThat(returned.get())
                .withFailMessage("job 0 waited; the close in haste should give it back, it returned %s", returned)
                .isEqualTo(List.of(job));
        assertEnds(patient, "another was in haste, and all workers have ended");
    }

    @Test
    @Order(8)
    @DisplayName("a job that ends in time does not make it longer for the others")
    void oneInTime() {
        pool = new ThreadPool(2);
        Thread first = pool.workers.get(0).thread;
        for (int i = 0; i < 2; i++) {
            pool.execute(() -> {
                if (Thread.currentThread() == first) {
                    gate.run();
                } else {
                    untilInterrupted();
                }
            });
        }
        gate.awaitVisits(1);
        Watchdog.await(() -> started.get() == 1);
        Caller closer = close(LONGER);
        Watchdog.await(() -> isOver(LONGER.multipliedBy(3).dividedBy(4)));
        Duration endOfFirst = Duration.ofNanos(System.nanoTime() - start);
        gate.open();
        Duration anew = endOfFirst.plus(LONGER).minus(ROUNDING);
        Watchdog.await(() -> !interrupts.isEmpty() || isOver(anew));
        assertThat(interrupts)
                .withFailMessage(
                        "the grace period was %s ms; one job ended after %s ms, and after %s ms the other had not"
                                + " been interrupted, as if the time had begun anew",
                        LONGER.toMillis(), endOfFirst.toMillis(), anew.toMillis())
                .anyMatch(interrupt -> interrupt.compareTo(anew) < 0);
        assertEnds(closer, "one job ended in time, the other was interrupted and has ended");
    }

    @Test
    @Order(9)
    @DisplayName("a job is interrupted only once, even if two close in haste")
    void interruptedOnce() {
        pool = new ThreadPool(1);
        pool.execute(this::untilOver);
        Watchdog.await(() -> started.get() == 1);
        pool.execute(new Job("0", ran));
        List<Runnable> all = new CopyOnWriteArrayList<>();
        Caller one = caller(() -> all.addAll(pool.close(Duration.ZERO)));
        assertComes(() -> !interrupts.isEmpty(), () -> "the grace period was zero, and the job was not interrupted");
        Caller other = caller(() -> all.addAll(pool.close(Duration.ZERO)));
        comesAllTheSame(() -> interrupts.size() > 1);
        assertThat(one.thread.isAlive() && other.thread.isAlive())
                .withFailMessage("two closed in haste, and one has returned while a job was still running")
                .isTrue();
        over.countDown();
        assertEnds(one, "the only job has ended");
        assertEnds(other, "the only job has ended");
        assertThat(interrupts)
                .withFailMessage("two closed in haste, and the job was interrupted %s times", interrupts.size())
                .hasSize(1);
        assertThat(all)
                .withFailMessage("job 0 waited, and two closed in haste; together they were given back %s", all)
                .hasSize(1);
    }

    /** A job that can be told from others. */
    private record Job(String name, List<String> ran) implements Runnable {
        @Override
        public void run() {
            ran.add(name);
        }

        @Override
        public String toString() {
            return "job " + name;
        }
    }

    /** Hears of every interrupt of the thread that runs a job in it, even of two in the same instant. */
    private final class Ear extends AbstractSelector {
        private final List<Duration> times = interrupts;
        private volatile boolean hasHeard;

        Ear() {
            super(null);
        }

        void during(Runnable job) {
            begin();
            try {
                job.run();
            } finally {
                end();
            }
        }

        /** A newer JDK wakes the thread first, and would not find this any more if the job ended at once. */
        void await() {
            while (!hasHeard) {
                Thread.onSpinWait();
            }
        }

        /** Whoever interrupts the thread calls it. */
        @Override
        public Selector wakeup() {
            times.add(Duration.ofNanos(System.nanoTime() - start));
            hasHeard = true;
            return this;
        }

        @Override
        public Set<SelectionKey> keys() {
            return Set.of();
        }

        @Override
        public Set<SelectionKey> selectedKeys() {
            return Set.of();
        }

        @Override
        public int selectNow() {
            return 0;
        }

        @Override
        public int select() {
            return 0;
        }

        @Override
        public int select(long timeout) {
            return 0;
        }

        @Override
        protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void implCloseSelector() {}
    }

    /** Closes a pool of so many workers, all of them busy; again if it is late, because the machine may be busy. */
    private void assertInterrupts(Duration grace, int workers) {
        Duration latest = Duration.ofMillis(Math.max(0, grace.toMillis())).plus(TOO_LATE);
        for (int tries = 1; ; tries++) {
            keepBusy(workers);
            Caller closer = close(grace);
            Watchdog.await(() -> interrupts.size() == workers || isOver(latest) || thrown.get() != null);
            long inTime = interrupts.stream()
                    .filter(time -> time.compareTo(latest) < 0)
                    .count();
            if (inTime == workers) {
                assertEnds(closer, "all jobs were interrupted, and have ended");
                return;
            }
            assertThat(thrown.get())
                    .withFailMessage("the grace period was %s ms, and close threw %s", grace.toMillis(), thrown)
                    .isNull();
            assertThat(tries)
                    .withFailMessage(
                            "the grace period was %s ms; after %s ms only %s of %s running jobs had been interrupted",
                            grace.toMillis(), latest.toMillis(), inTime, workers)
                    .isLessThan(TRIES);
        }
    }

    /** Has so many workers run jobs that end after an interrupt, when the gate is open. */
    private void keepBusy(int workers) {
        pool = new ThreadPool(workers);
        interrupts = new CopyOnWriteArrayList<>();
        started.set(0);
        for (int i = 0; i < workers; i++) {
            pool.execute(this::untilInterrupted);
        }
        Watchdog.await(() -> started.get() == workers);
    }

    private void untilInterrupted() {
        Ear ear = new Ear();
        ear.during(() -> {
            started.incrementAndGet();
            try {
                over.await();
            } catch (InterruptedException e) {
                ear.await();
                gate.run();
            }
        });
    }

    /** A job that no interrupt ends. */
    private void untilOver() {
        new Ear().during(() -> {
            started.incrementAndGet();
            while (over.getCount() > 0) {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    // It has been noted.
                }
            }
        });
    }

    private boolean isOver(Duration sinceStart) {
        return System.nanoTime() - start > sinceStart.toNanos();
    }

    private Caller close(Duration grace) {
        start = System.nanoTime();
        return caller(() -> returned.set(pool.close(grace)));
    }

    private Caller caller(Call call) {
        return new Caller(() -> thrown.set(catchThrowable(call::run)));
    }

    /** Closes a pool in which a job runs and three wait; they end only after that. */
    private void closeBusyPool(Call close, Consumer<Thread> meanwhile) {
        pool = new ThreadPool(1);
        AtomicBoolean isInterrupted = new AtomicBoolean();
        pool.execute(() -> {
            gate.run();
            isInterrupted.set(Thread.interrupted());
        });
        for (String name : List.of("0", "1", "2")) {
            pool.execute(new Job(name, ran));
        }
        Caller closer = caller(close);
        Watchdog.await(() -> AT_REST.contains(closer.thread.getState()));
        meanwhile.accept(closer.thread);
        gate.open();
        assertEnds(closer, "all jobs have ended");
        assertThat(isInterrupted)
                .withFailMessage("the job that was running was interrupted")
                .isFalse();
        assertThat(ran)
                .withFailMessage("the jobs 0, 1 and 2 waited; of them %s were run", ran)
                .containsExactly("0", "1", "2");
    }

    private void assertEnds(Caller closer, String situation) {
        assertComes(() -> !closer.thread.isAlive(), () -> situation + ", and close does not return");
        assertThat(thrown.get())
                .withFailMessage("%s, and close threw %s", situation, requireNonNullElse(thrown, "nothing"))
                .isNull();
    }

    private void assertComes(BooleanSupplier condition, Supplier<String> otherwise) {
        assertThat(comes(condition)).withFailMessage(otherwise).isTrue();
    }
}
