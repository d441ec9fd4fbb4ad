package hello;

import static java.lang.Thread.State.TIMED_WAITING;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private static final int MANY = CAPACITY + 10;

    private final Gate gate = new Gate();
    private final List<Integer> ran = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private ThreadPool pool;

    @Override
    List<Use> uses() {
        return List.of(Use.PLAIN, Use.made("when it was paused and resumed", size -> {
            ThreadPool pool = new ThreadPool(size);
            pool.pause();
            pool.resume();
            return pool;
        }));
    }

    @AfterEach
    void closeThePool() {
        gate.open();
        // Not waited for: it may have to wait for what an attempt has forgotten.
        new Caller(() -> {
            pool.resume();
            pool.close();
        });
    }

    @Test
    @Order(1)
    @DisplayName("a paused pool begins no job, even if its workers are idle")
    void idle() {
        start(2);
        pool.pause();
        send(3);
        assertNoneRuns("the workers waited for a job when the pool was paused");
    }

    @Test
    @Order(2)
    @DisplayName("a job that runs goes on, those in the channel wait")
    void busy() {
        start(1);
        AtomicBoolean hasEnded = new AtomicBoolean();
        AtomicBoolean isInterrupted = new AtomicBoolean();
        pool.execute(() -> {
            gate.run();
            isInterrupted.set(Thread.interrupted());
            hasEnded.set(true);
        });
        gate.awaitVisits(1);
        send(2);
        pool.pause();
        pool.resume();
        pool.pause();
        gate.open();
        assertComes("the pool was paused while a job was running, and the job cannot end", hasEnded::get);
        assertThat(isInterrupted)
                .withFailMessage("the pool was paused and resumed while a job was running, and the job was interrupted")
                .isFalse();
        assertNoneRuns("two jobs waited in the channel when the pool was paused");
    }

    @Test
    @Order(3)
    @DisplayName("a paused pool accepts jobs, until the channel is full")
    void accepts() {
        start(1);
        pool.pause();
        Caller sender = new Caller(() -> send(CAPACITY));
        assertComes("there is room in the channel, and execute waits", () -> !sender.thread.isAlive());
        assertThat(accepted)
                .withFailMessage("there was room for %s jobs, and execute accepted %s", CAPACITY, accepted)
                .hasValue(CAPACITY);
    }

    @Test
    @Order(4)
    @DisplayName("resume lets the waiting jobs run, in their order")
    void resumed() {
        start(1);
        pool.pause();
        send(3);
        pool.resume();
        assertComes("the pool was resumed, and not all jobs run that waited", () -> ran.size() == 3);
        assertThat(ran).withFailMessage("the jobs ran in the order %s", ran).containsExactly(0, 1, 2);
    }

    @Test
    @Order(5)
    @DisplayName("resume lets all workers go on")
    void allWorkers() {
        AtomicInteger begun = new AtomicInteger();
        start(3);
        pool.pause();
        for (int i = 0; i < 3; i++) {
            pool.execute(() -> {
                begun.incrementAndGet();
                gate.run();
            });
        }
        comesAllTheSame(() -> begun.get() > 0);
        pool.resume();
        assertComes("the pool was resumed, and not all of its three workers run their jobs", () -> begun.get() == 3);
    }

    @Test
    @Order(6)
    @DisplayName("one resume ends the pause, however often pause was called")
    void pausedTwice() {
        start(1);
        pool.pause();
        pool.pause();
        send(1);
        assertNoneRuns("the pool was paused twice");
        pool.resume();
        assertComes("the pool was paused twice, then resumed, and does not run its job", () -> ran.size() == 1);
    }

    @Test
    @Order(7)
    @DisplayName("the pool can be paused again, however often resume was called")
    void pausedAgain() {
        start(1);
        pool.pause();
        pool.resume();
        pool.resume();
        pool.pause();
        send(1);
        assertNoneRuns("the pool was paused, resumed twice, and paused again");
    }

    @Test
    @Order(8)
    @DisplayName("while a sender waits for room, the pool can be paused and resumed")
    void fullChannel() {
        start(1);
        pool.execute(gate);
        gate.awaitVisits(1);
        Caller sender = new Caller(() -> send(MANY));
        Watchdog.await(() -> sender.thread.getState() == WAITING);
        Caller pauser = new Caller(pool::pause);
        assertComes("a sender waits for room, and pause waits for the sender", () -> !pauser.thread.isAlive());
        gate.open();
        comesAllTheSame(() -> !sender.thread.isAlive());
        new Caller(pool::resume);
        assertComes(
                "a sender waited for room; the pool was resumed, and not all of its jobs run",
                () -> ran.size() == MANY);
    }

    @Test
    @Order(9)
    @DisplayName("close ends the pause: all jobs are run, and close returns")
    void closed() {
        start(1);
        pool.pause();
        send(3);
        assertCloseReturns("the pool is paused, three jobs wait");
    }

    @Test
    @Order(10)
    @DisplayName("so it does while a sender waits for room")
    void closedWithFullChannel() {
        start(1);
        pool.pause();
        Caller sender = new Caller(() -> send(MANY));
        comesAllTheSame(() -> !sender.thread.isAlive());
        assertCloseReturns("the pool is paused, a sender waits for room");
    }

    @Test
    @Order(11)
    @DisplayName("a pool that is being closed cannot be paused")
    void pausedWhileClosing() {
        for (int jobs : List.of(3, CAPACITY)) {
            start(1);
            Gate running = new Gate();
            pool.execute(running);
            running.awaitVisits(1);
            send(jobs);
            Caller closer = new Caller(pool::close);
            Watchdog.await(() -> closer.thread.getState() == WAITING);
            assertThat(catchThrowable(() -> {
                        pool.pause();
                        pool.resume();
                        pool.pause();
                    }))
                    .withFailMessage(
                            "the pool is being closed, where pause and resume should do nothing, and one threw")
                    .isNull();
            running.open();
            assertComes(
                    "pause was called after close, which waits for jobs that are held up; " + jobs + " jobs waited",
                    () -> !closer.thread.isAlive());
        }
    }

    @Test
    @Order(12)
    @DisplayName("an interrupt of a worker that waits for resume costs no job")
    void interrupted() {
        start(1);
        pool.pause();
        AtomicBoolean isInterrupted = new AtomicBoolean();
        pool.execute(() -> {
            isInterrupted.set(Thread.interrupted());
            ran.add(0);
        });
        comesAllTheSame(() -> !ran.isEmpty());
        pool.workers.get(0).thread.interrupt();
        assertNoneRuns("the pool was paused and its worker was interrupted, but not resumed");
        pool.resume();
        assertComes("the worker was interrupted while the pool was paused, and its job is lost", () -> ran.size() == 1);
        assertThat(isInterrupted)
                .withFailMessage("the worker was interrupted while the pool was paused, and its job found the flag set")
                .isFalse();
    }

    @Test
    @Order(13)
    @DisplayName("a close that is refused ends no pause")
    void refused() {
        start(1);
        AtomicBoolean wasRefused = new AtomicBoolean();
        pool.execute(() -> {
            gate.run();
            try {
                pool.close();
            } catch (IllegalStateException e) {
                wasRefused.set(true);
            }
        });
        gate.awaitVisits(1);
        pool.pause();
        send(2);
        gate.open();
        assertComes("a job closed the pool that runs it, and was not refused", wasRefused::get);
        assertNoneRuns("the pool was paused, a job called close, which was refused");
        pool.resume();
        assertComes("the pool was resumed, and not all jobs run that waited", () -> ran.size() == 2);
        pool.pause();
        ran.clear();
        send(1);
        assertNoneRuns("a job called close, which was refused; then the pool was paused again");
    }

    @Test
    @Order(14)
    @DisplayName("a job can pause and resume the pool that runs it")
    void byAJob() {
        start(2);
        FutureTask<Void> pause = new FutureTask<>(pool::pause, null);
        FutureTask<Void> resume = new FutureTask<>(pool::resume, null);
        pool.execute(() -> {
            gate.run();
            resume.run();
        });
        gate.awaitVisits(1);
        pool.execute(pause);
        assertReturned("pause", pause);
        send(1);
        assertNoneRuns("a job paused the pool that runs it");
        gate.open();
        assertReturned("resume", resume);
        assertComes("a job resumed the pool that runs it, and the job that waited does not run", () -> ran.size() == 1);
    }

    private void assertReturned(String method, FutureTask<Void> call) {
        assertComes("a job called " + method + ", which does not return", call::isDone);
        Throwable thrown = catchThrowable(call::get);
        assertThat(thrown)
                .withFailMessage(() -> "a job called " + method + ", which threw " + thrown.getCause())
                .isNull();
    }

    /** Makes a pool, and returns when its workers are waiting for jobs. */
    private void start(int workers) {
        pool = new ThreadPool(workers);
        comesAllTheSame(() -> false);
    }

    private void send(int jobs) {
        for (int i = 0; i < jobs; i++) {
            int number = i;
            try {
                pool.execute(() -> ran.add(number));
            } catch (RejectedExecutionException e) {
                return;
            }
            accepted.incrementAndGet();
        }
    }

    private void assertNoneRuns(String situation) {
        boolean waitsForATime = pool.workers.stream().anyMatch(worker -> worker.thread.getState() == TIMED_WAITING);
        assertThat(comesAllTheSame(() -> !ran.isEmpty()) || waitsForATime && comesInTime(() -> !ran.isEmpty()))
                .withFailMessage("%s, and it began a job all the same", situation)
                .isFalse();
    }

    private void assertCloseReturns(String situation) {
        Caller closer = new Caller(pool::close);
        assertComes(situation + ", and close does not return", () -> !closer.thread.isAlive());
        // A sender that was waiting may be about to count its last job.
        comes(() -> ran.size() == accepted.get());
        assertThat(ran)
                .withFailMessage("%s jobs were accepted, and close returned when %s had run", accepted, ran.size())
                .hasSize(accepted.get());
    }
}
