package hello;

import static hello.Kind.ROBOT;
import static hello.Kind.VISITOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private Gate gate = new Gate();
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();
    private ThreadPool pool = new ThreadPool(1);

    @Override
    List<Use> uses() {
        return List.of(Use.PLAIN, Use.sent("for a ROBOT", (pool, job) -> pool.execute(ROBOT, job)));
    }

    @AfterEach
    void closeThePool() {
        gate.open();
        // Not waited for: it may have to wait for what an attempt has forgotten.
        new Caller(pool::close);
    }

    @Test
    @Order(1)
    @DisplayName("jobs of one kind run in their order, even if none of the other kind comes")
    void oneKind() {
        for (Kind kind : Kind.values()) {
            renewThePool();
            send(kind, 4);
            assertOrder("no other kind came", kind + " 1", kind + " 2", kind + " 3", kind + " 4");
        }
    }

    @Test
    @Order(2)
    @DisplayName("the two kinds take turns as long as both have jobs that wait")
    void turns() {
        for (Kind kind : Kind.values()) {
            renewThePool();
            keepTheWorkerBusy(kind);
            send(kind, 4);
            Kind other = other(kind);
            send(other, 2);
            String[] order = {other + " 1", kind + " 1", other + " 2", kind + " 2", kind + " 3", kind + " 4"};
            assertOrder("the worker had a job for a " + kind, order);
        }
    }

    @Test
    @Order(3)
    @DisplayName("turns that a kind had no job for are not saved up")
    void notSavedUp() {
        send(VISITOR, 3);
        Watchdog.await(() -> ran.size() == 3);
        ran.clear();
        keepTheWorkerBusy(VISITOR);
        send(VISITOR, 2);
        send(ROBOT, 2);
        assertOrder("the worker had a job for a VISITOR", "ROBOT 1", "VISITOR 1", "ROBOT 2", "VISITOR 2");
    }

    @Test
    @Order(4)
    @DisplayName("the workers share the turns")
    void shared() {
        renewThePool(2);
        Gate first = new Gate();
        pool.execute(ROBOT, first);
        first.awaitVisits(1);
        keepTheWorkerBusy(VISITOR);
        send(VISITOR, 1);
        send(ROBOT, 1);
        first.open();
        Watchdog.await(() -> ran.size() == 2);
        assertOrder("one worker took a job for a ROBOT, then another took one for a VISITOR", "ROBOT 1", "VISITOR 1");
    }

    @Test
    @Order(5)
    @DisplayName("a sender that waits for room for one kind does not hold up the senders of the other")
    void sendersOfTheOther() {
        for (Kind kind : Kind.values()) {
            renewThePool();
            keepTheWorkerBusy(kind);
            new Caller(() -> send(kind, CAPACITY + 1));
            comesAllTheSame(() -> false);
            Caller sender = new Caller(() -> pool.execute(other(kind), () -> {}));
            assertComes(
                    "the channel for jobs of a " + kind + " was full and a sender waited; so did the sender of a job"
                            + " for a " + other(kind),
                    () -> !sender.thread.isAlive());
        }
    }

    @Test
    @Order(6)
    @DisplayName("close runs all jobs of both kinds before it returns")
    void close() {
        for (Kind kind : Kind.values()) {
            renewThePool();
            keepTheWorkerBusy(kind);
            send(kind, 5);
            send(other(kind), 1);
            Caller closer = new Caller(pool::close);
            comesAllTheSame(() -> !closer.thread.isAlive());
            gate.open();
            assertComes("all jobs have ended, and close does not return", () -> !closer.thread.isAlive());
            assertThat(ran)
                    .withFailMessage(
                            "5 jobs for a %s and 1 for a %s waited; before close returned, only %s ran",
                            kind, other(kind), ran)
                    .hasSize(6);
        }
    }

    /** Some claims have to hold for each kind, and each begins with a new pool. */
    private void renewThePool() {
        renewThePool(1);
    }

    private void renewThePool(int workers) {
        closeThePool();
        gate = new Gate();
        pool = new ThreadPool(workers);
        ran.clear();
    }

    private void keepTheWorkerBusy(Kind kind) {
        pool.execute(kind, gate);
        gate.awaitVisits(1);
    }

    private void send(Kind kind, int count) {
        for (int i = 1; i <= count; i++) {
            String name = kind + " " + i;
            pool.execute(kind, () -> ran.add(name));
        }
    }

    /** Lets the worker go on, and looks at the order in which the jobs have run. */
    private void assertOrder(String reason, String... order) {
        gate.open();
        comes(() -> ran.size() == order.length);
        assertThat(ran)
                .withFailMessage("the jobs were %s; those that ran were %s", List.of(order), ran)
                .hasSameSizeAs(order);
        assertThat(ran)
                .withFailMessage("%s; the next should be %s; they were %s", reason, List.of(order), ran)
                .containsExactly(order);
    }

    private static Kind other(Kind kind) {
        return kind == VISITOR ? ROBOT : VISITOR;
    }
}
