package hello;

import static hello.Kind.ROBOT;
import static hello.Kind.VISITOR;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check {
    private static final int CAPACITY = 1_024;
    private static final Set<Thread.State> AT_REST =
            Set.of(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TERMINATED);

    /** A thread that has just been woken still looks for a moment as if it waited. */
    private static final int LOOKS = 20;

    private Gate gate = new Gate();
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();
    private ThreadPool pool = new ThreadPool(1);

    @AfterEach
    void closeThePool() {
        gate.open();
        pool.close();
    }

    @Test
    @Order(1)
    @DisplayName("jobs of one kind run in their order, though none of the other kind comes")
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
        pool.close();
        pool = new ThreadPool(2);
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
    @DisplayName("each kind has room for 1,024 jobs that wait, and no more")
    void room() {
        for (Kind kind : Kind.values()) {
            renewThePool();
            Caller sender = fillTheChannel(kind, new AtomicInteger());
            assertThat(sender.thread.isAlive())
                    .withFailMessage("%d jobs for a %s wait, and execute took one more", CAPACITY, kind)
                    .isTrue();
        }
    }

    @Test
    @Order(6)
    @DisplayName("who waits for room for one kind does not hold up the senders of the other")
    void sendersOfTheOther() {
        for (Kind kind : Kind.values()) {
            renewThePool();
            fillTheChannel(kind, new AtomicInteger());
            Caller sender = new Caller(() -> pool.execute(other(kind), () -> {}));
            awaitWaitingOrEnd(sender);
            assertThat(sender.thread.isAlive())
                    .withFailMessage(
                            "the channel for jobs of a %s was full and a sender waited;"
                                    + " so did the sender of a job for a %s",
                            kind, other(kind))
                    .isFalse();
        }
    }

    @Test
    @Order(7)
    @DisplayName("close runs all jobs of both kinds before it returns")
    void close() {
        for (Kind kind : Kind.values()) {
            renewThePool();
            keepTheWorkerBusy(kind);
            send(kind, 5);
            send(other(kind), 1);
            Caller closer = new Caller(pool::close);
            awaitWaitingOrEnd(closer);
            gate.open();
            pool.close();
            assertThat(ran)
                    .withFailMessage(
                            "5 jobs for a %s and 1 for a %s waited; before close returned there ran only %s",
                            kind, other(kind), ran)
                    .hasSize(6);
        }
    }

    @Test
    @Order(8)
    @DisplayName("if a sender waits for room while the pool closes, and its job is accepted, the job is run")
    void waitingSender() throws Exception {
        for (Kind kind : Kind.values()) {
            renewThePool();
            AtomicInteger accepted = new AtomicInteger();
            Caller sender = fillTheChannel(kind, accepted);
            Caller closer = new Caller(pool::close);
            awaitWaitingOrEnd(closer);
            gate.open();
            closer.awaitEnd();
            sender.awaitEnd();
            assertThat(ran)
                    .withFailMessage("execute accepted %d jobs, and %d of them ran", accepted.get(), ran.size())
                    .hasSize(accepted.get());
        }
    }

    @Test
    @Order(9)
    @DisplayName("a closed pool refuses jobs of both kinds")
    void closed() {
        pool.close();
        for (Kind kind : Kind.values()) {
            Throwable thrown = catchThrowable(() -> pool.execute(kind, () -> {}));
            assertThat(thrown)
                    .withFailMessage(
                            "execute should throw a RejectedExecutionException; it threw %s",
                            requireNonNullElse(thrown, "nothing"))
                    .isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    @Order(10)
    @DisplayName("close ends several workers that are idle")
    void idleWorkers() {
        closeThePool();
        gate = new Gate();
        ThreadPool idle = new ThreadPool(3);
        for (int i = 0; i < 3; i++) {
            idle.execute(VISITOR, gate);
        }
        List<Thread> workers = gate.awaitVisits(3);
        gate.open();
        Watchdog.await(() -> workers.stream().allMatch(Check::waitsForJob));
        Caller closer = new Caller(idle::close);
        assertThat(ends(closer, workers))
                .withFailMessage(
                        "three workers waited for a job when the pool was closed; %d of them have not ended,"
                                + " and close waits for them",
                        workers.stream().filter(Thread::isAlive).count())
                .isTrue();
    }

    @Test
    @Order(11)
    @DisplayName("a sender that is interrupted is refused though there is room, and its flag stays set")
    void interruptedSender() {
        for (Kind kind : Kind.values()) {
            Thread.currentThread().interrupt();
            Throwable thrown = catchThrowable(() -> pool.execute(kind, () -> {}));
            boolean isStillSet = Thread.interrupted();
            assertThat(thrown)
                    .withFailMessage(
                            "the sender was interrupted before it called execute, which should throw a"
                                    + " RejectedExecutionException; it threw %s",
                            requireNonNullElse(thrown, "nothing"))
                    .isInstanceOf(RejectedExecutionException.class);
            assertThat(isStillSet)
                    .withFailMessage("execute refused an interrupted sender, and has cleared its interrupt flag")
                    .isTrue();
        }
    }

    @Test
    @Order(12)
    @DisplayName("the interrupt flag that a job leaves set is cleared before the next job runs")
    void interruptedJob() {
        keepTheWorkerBusy(VISITOR);
        pool.execute(VISITOR, () -> Thread.currentThread().interrupt());
        pool.execute(VISITOR, () -> ran.add("interrupted: " + Thread.interrupted()));
        gate.open();
        pool.close();
        assertThat(ran)
                .withFailMessage(
                        "a job left its thread's interrupt flag set; the next should run, and find it"
                                + " cleared, and what came of it was %s",
                        ran)
                .containsExactly("interrupted: false");
    }

    /** Some claims have to hold for each kind, and each begins with a new pool. */
    private void renewThePool() {
        closeThePool();
        gate = new Gate();
        pool = new ThreadPool(1);
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

    /**
     * Keeps the worker busy, has as many jobs wait as there is room for, and one sender more.
     *
     * @param accepted counts the jobs that were accepted and wait
     */
    private Caller fillTheChannel(Kind kind, AtomicInteger accepted) {
        keepTheWorkerBusy(kind);
        for (int i = 0; i < CAPACITY; i++) {
            pool.execute(kind, () -> ran.add("a job"));
            accepted.incrementAndGet();
        }
        Caller sender = new Caller(() -> {
            try {
                pool.execute(kind, () -> ran.add("a job"));
                accepted.incrementAndGet();
            } catch (RejectedExecutionException e) {
                // The pool may refuse what waits for room when it closes.
            }
        });
        awaitWaitingOrEnd(sender);
        return sender;
    }

    private static boolean waitsForJob(Thread worker) {
        boolean isAtGate = Stream.of(worker.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Gate.class.getName()));
        return worker.getState() == Thread.State.WAITING && !isAtGate;
    }

    /** Returns whether a closer returns; false when all the threads wait, and nobody wakes them. */
    private static boolean ends(Caller closer, List<Thread> workers) {
        AtomicInteger looks = new AtomicInteger();
        Watchdog.await(() -> {
            boolean isAtRest = AT_REST.contains(closer.thread.getState())
                    && workers.stream().allMatch(worker -> AT_REST.contains(worker.getState()));
            looks.set(isAtRest ? looks.get() + 1 : 0);
            return !closer.thread.isAlive() || looks.get() == LOOKS;
        });
        return !closer.thread.isAlive();
    }

    private static void awaitWaitingOrEnd(Caller caller) {
        Watchdog.await(() -> AT_REST.contains(caller.thread.getState()));
    }

    /** Lets the worker go on, and looks at the order in which the jobs have run. */
    private void assertOrder(String reason, String... order) {
        gate.open();
        pool.close();
        assertThat(ran)
                .withFailMessage("there were the jobs %s; before close returned there ran %s", List.of(order), ran)
                .hasSameSizeAs(order);
        assertThat(ran)
                .withFailMessage("%s; the next should be %s; they were %s", reason, List.of(order), ran)
                .containsExactly(order);
    }

    private static Kind other(Kind kind) {
        return kind == VISITOR ? ROBOT : VISITOR;
    }
}
