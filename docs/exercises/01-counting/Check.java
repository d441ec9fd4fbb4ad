package hello;

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.WAITING;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private final Gate gate = new Gate();
    private ThreadPool pool = new ThreadPool(1);

    @AfterEach
    void closeThePool() {
        gate.open();
        // Not waited for: it may have to wait for what an attempt has forgotten.
        new Caller(pool::close);
    }

    @Test
    @Order(1)
    @DisplayName("of an idle pool all counts are zero")
    void idle() {
        assertCount("running", pool.running(), 0, "no job has been sent");
        assertCount("waiting", pool.waiting(), 0, "no job has been sent");
        assertCount("rejected", pool.rejected(), 0, "no job has been sent");
    }

    @Test
    @Order(2)
    @DisplayName("running counts the jobs that the workers are busy with")
    void running() {
        pool.close();
        pool = new ThreadPool(3);
        keepBusy(2);
        assertCount("running", pool.running(), 2, "two of three workers are busy");
    }

    @Test
    @Order(3)
    @DisplayName("running does not count a job that has ended")
    void ended() {
        pool.execute(() -> {});
        keepBusy(1);
        assertCount("running", pool.running(), 1, "the only worker has ended a first job, and is busy with another");
    }

    @Test
    @Order(4)
    @DisplayName("running does not count a job that has failed")
    void failed() {
        pool.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        keepBusy(1);
        assertCount("running", pool.running(), 1, "a first job has failed, and the only worker is busy with another");
    }

    @Test
    @Order(5)
    @DisplayName("waiting counts the jobs that no worker has taken yet")
    void waiting() {
        keepBusy(1);
        send(3);
        assertCount("waiting", pool.waiting(), 3, "the only worker is busy, and three more jobs have been sent");
    }

    @Test
    @Order(6)
    @DisplayName("waiting does not count the messages that end the workers")
    void messages() {
        keepBusy(1);
        send(2);
        new Caller(pool::close).awaitWaiting("join");
        assertCount("waiting", pool.waiting(), 2, "two jobs wait in a pool that is being closed");
    }

    @Test
    @Order(7)
    @DisplayName("rejected counts the jobs that came after close")
    void closed() {
        pool.close();
        Throwable thrown = catchThrowable(() -> pool.execute(gate));
        assertThat(thrown)
                .withFailMessage(
                        "execute should still throw a RejectedExecutionException; it threw %s",
                        requireNonNullElse(thrown, "nothing"))
                .isInstanceOf(RejectedExecutionException.class);
        assertCount("rejected", pool.rejected(), 1, "a job was sent to the closed pool");
    }

    @Test
    @Order(8)
    @DisplayName("rejected counts a job whose sender was interrupted")
    void interrupted() throws Exception {
        Caller sender = new Caller(() -> {
            Thread.currentThread().interrupt();
            catchThrowable(() -> pool.execute(gate));
        });
        sender.awaitEnd();
        assertCount("rejected", pool.rejected(), 1, "the sender of the only job was interrupted");
    }

    @Test
    @Order(9)
    @DisplayName("the counts can be asked for while a sender waits for room")
    void meanwhile() throws Exception {
        keepBusy(1);
        send(CAPACITY);
        new Caller(() -> pool.execute(gate)).awaitWaiting("put");
        int[] counts = new int[2];
        Caller asker = new Caller(() -> {
            counts[0] = pool.running();
            counts[1] = pool.waiting();
        });
        Set<Thread.State> settled = Set.of(TERMINATED, BLOCKED, WAITING);
        Watchdog.await(() -> settled.contains(asker.thread.getState()));
        assertThat(asker.thread.getState())
                .withFailMessage("a thread that asks has to wait for the lock that the waiting sender holds")
                .isEqualTo(TERMINATED);
        assertCount("running", counts[0], 1, "the only worker is busy");
        assertCount("waiting", counts[1], CAPACITY, "the channel is full");
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

    private static void assertCount(String name, int count, int expected, String situation) {
        assertThat(count)
                .withFailMessage("%s, so %s() should be %s; it was %s", situation, name, expected, count)
                .isEqualTo(expected);
    }
}
