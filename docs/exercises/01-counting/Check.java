package hello;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private final Gate gate = new Gate();
    private final Gate next = new Gate();
    private ThreadPool pool = new ThreadPool(1);

    @AfterEach
    void closeThePool() {
        gate.open();
        next.open();
        // Not waited for: it may have to wait for what an attempt has forgotten.
        new Caller(pool::close);
    }

    @Test
    @Order(1)
    @DisplayName("of an idle pool all counts are zero")
    void idle() {
        keepBusy(1);
        send(1);
        sendInterrupted();
        ThreadPool idle = new ThreadPool(1);
        String situation = "a pool has got no job, though another has";
        assertCount("running", idle::running, 0, situation);
        assertCount("waiting", idle::waiting, 0, situation);
        assertCount("rejected", idle::rejected, 0, situation);
        idle.close();
    }

    @Test
    @Order(2)
    @DisplayName("running counts the jobs that the workers are busy with")
    void running() {
        pool.close();
        pool = new ThreadPool(3);
        keepBusy(2);
        assertCount("running", pool::running, 2, "two of three workers are busy");
    }

    @Test
    @Order(3)
    @DisplayName("running does not count a job that has ended")
    void ended() {
        pool.execute(() -> {});
        keepBusy(1);
        assertCount("running", pool::running, 1, "the only worker has ended a first job, and is busy with another");
    }

    @Test
    @Order(4)
    @DisplayName("running does not count a job that has failed, which is reported as before")
    void failed() {
        try (Console console = new Console()) {
            pool.execute(() -> {
                throw new IllegalStateException("on purpose");
            });
            pool.execute(failing());
            keepBusy(1);
            assertThat(console.errors())
                    .withFailMessage(
                            "two jobs have failed; the worker should report both on stderr, it reported %s",
                            console.errors())
                    .hasSize(2);
        }
        assertCount("running", pool::running, 1, "two jobs have failed, and the only worker is busy with another");
    }

    @Test
    @Order(5)
    @DisplayName("waiting counts the jobs that no worker has taken yet")
    void waiting() {
        keepBusy(1);
        send(3);
        assertCount("waiting", pool::waiting, 3, "the only worker is busy, and three more jobs have been sent");
    }

    @Test
    @Order(6)
    @DisplayName("waiting does not count the messages that end the workers")
    void messages() {
        keepBusy(1);
        send(2);
        new Caller(pool::close).awaitWaiting("join");
        assertCount("waiting", pool::waiting, 2, "two jobs wait in a pool that is being closed");
    }

    @Test
    @Order(7)
    @DisplayName("rejected counts the jobs that came after close")
    void closed() {
        catchThrowable(() -> pool.execute(null));
        pool.close();
        catchThrowable(() -> pool.execute(gate));
        Throwable thrown = catchThrowable(() -> pool.execute(gate));
        assertThat(thrown)
                .withFailMessage(
                        "execute should still throw a RejectedExecutionException; it threw %s",
                        requireNonNullElse(thrown, "nothing"))
                .isInstanceOf(RejectedExecutionException.class);
        assertCount(
                "rejected", pool::rejected, 2, "two jobs were sent to the closed pool, and one before that was null");
    }

    @Test
    @Order(8)
    @DisplayName("rejected counts a job whose sender was interrupted")
    void interrupted() {
        sendInterrupted();
        assertCount("rejected", pool::rejected, 1, "the sender of the only job was interrupted");
        keepBusy(1);
        send(CAPACITY);
        Caller waiting = startSending(new AtomicReference<>());
        waiting.thread.interrupt();
        assertComes("a sender waited for room and was interrupted, and waits on", () -> !waiting.thread.isAlive());
        assertCount("rejected", pool::rejected, 2, "one sender was interrupted before, one while it waited for room");
    }

    @Test
    @Order(9)
    @DisplayName("the counts can be asked for while a sender waits for room")
    void meanwhile() {
        keepBusy(1);
        send(CAPACITY);
        startSending(new AtomicReference<>());
        assertCount("running", pool::running, 1, "the only worker is busy, and a sender waits for room");
        assertCount("waiting", pool::waiting, CAPACITY, "the channel is full, and a sender waits for room");
        assertCount("rejected", pool::rejected, 0, "the channel is full, and a sender waits for room");
    }

    @Test
    @Order(10)
    @DisplayName("also when the pool is closed meanwhile; rejected counts that sender if it is refused")
    void closedMeanwhile() {
        keepBusy(1);
        pool.execute(next);
        send(CAPACITY - 1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Caller sender = startSending(thrown);
        new Caller(pool::close);
        comesAllTheSame(() -> false);
        assertCount("running", pool::running, 1, "a sender waits for room, and so does close");
        assertCount("waiting", pool::waiting, CAPACITY, "a sender waits for room, and so does close");
        gate.open();
        assertComes(
                "a sender waited for room while the pool was closed; there is room, and it still waits",
                () -> !sender.thread.isAlive());
        next.awaitVisits(1);
        int refused = thrown.get() == null ? 0 : 1;
        assertCount("rejected", pool::rejected, refused, outcome(refused));
        assertCount("waiting", pool::waiting, CAPACITY - refused, outcome(refused));
    }

    private static String outcome(int refused) {
        String verb = refused == 0 ? "accepted" : "refused";
        return "a sender waited for room while the pool was closed, and was " + verb;
    }

    private Caller startSending(AtomicReference<Throwable> thrown) {
        Caller sender = new Caller(() -> thrown.set(catchThrowable(() -> pool.execute(gate))));
        comesAllTheSame(() -> !sender.thread.isAlive());
        return sender;
    }

    private void sendInterrupted() {
        Thread.currentThread().interrupt();
        catchThrowable(() -> pool.execute(gate));
        Thread.interrupted();
    }

    private void keepBusy(int workers) {
        send(workers);
        gate.awaitVisits(workers);
    }

    private void send(int jobs) {
        for (int i = 0; i < jobs; i++) {
            pool.execute(gate);
        }
    }

    /** Asks in a thread of its own, and fails if that has to wait. */
    private void assertCount(String name, IntSupplier counter, int expected, String situation) {
        AtomicInteger count = new AtomicInteger();
        Caller asker = new Caller(() -> count.set(counter.getAsInt()));
        assertComes(
                situation + ", and who calls " + name + "() has to wait for somebody", () -> !asker.thread.isAlive());
        assertThat(count)
                .withFailMessage("%s, so %s() should be %s; it was %s", situation, name, expected, count)
                .hasValue(expected);
    }
}
