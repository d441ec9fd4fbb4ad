package hello;

import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import hello.Message.NewJob;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private static final int WORKERS = 3;

    private final ThreadPool pool = new ThreadPool(WORKERS);
    private final Gate gate = new Gate();

    @AfterEach
    void openTheGate() {
        gate.open();
    }

    @Test
    @Order(1)
    @DisplayName("close sends one terminate message, however many workers there are")
    void one() {
        keepTheWorkersBusy();
        new Caller(pool::close).awaitWaiting("join");
        assertThat(pool.channel)
                .withFailMessage(
                        "there are %s workers, all busy, and %s messages in the channel", WORKERS, pool.channel.size())
                .hasSize(1);
    }

    @Test
    @Order(2)
    @DisplayName("close needs room for one message only")
    void room() {
        keepTheWorkersBusy();
        for (int i = 0; i < CAPACITY - 1; i++) {
            pool.execute(gate);
        }
        Thread closer = new Caller(pool::close).thread;
        Watchdog.await(() -> waitsIn(closer, "put") || waitsIn(closer, "join"));
        assertThat(waitsIn(closer, "put"))
                .withFailMessage("the channel had room for one more message, and close waits for more room")
                .isFalse();
    }

    @Test
    @Order(3)
    @DisplayName("close waits for room when there is none")
    void noRoom() {
        keepTheWorkersBusy();
        for (int i = 0; i < CAPACITY; i++) {
            pool.execute(gate);
        }
        Thread closer = new Caller(pool::close).thread;
        Watchdog.await(() -> closer.getState() == TERMINATED || waitsIn(closer, "put") || waitsIn(closer, "join"));
        gate.open();
        awaitEnd(closer);
    }

    @Test
    @Order(4)
    @DisplayName("a second close, after the first has returned, returns at once and sends nothing")
    void twice() {
        close();
        int left = pool.channel.size();
        close();
        assertThat(pool.channel.size())
                .withFailMessage("the second close has put another message into the channel")
                .isEqualTo(left);
    }

    @Test
    @Order(5)
    @DisplayName("a worker that is interrupted while it is told to terminate passes that on all the same")
    void interrupted() {
        whenAWorkerIsTold(() -> Thread.currentThread().interrupt(), this::close);
    }

    @Test
    @Order(6)
    @DisplayName("so does a worker that finds no room for it, because late senders were faster")
    void noRoomToPassOn() {
        for (int i = 1; i < WORKERS; i++) {
            pool.execute(gate);
        }
        gate.awaitVisits(WORKERS - 1);
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger ran = new AtomicInteger();
        AtomicReference<Thread> told = new AtomicReference<>();
        Runnable fill = () -> {
            if (told.compareAndSet(null, Thread.currentThread())) {
                while (pool.channel.offer(new NewJob(ran::incrementAndGet))) {
                    sent.incrementAndGet();
                }
            }
        };
        whenAWorkerIsTold(fill, () -> {
            Thread closer = new Caller(pool::close).thread;
            Watchdog.await(() -> told.get() != null && hasTried(told.get()));
            gate.open();
            awaitEnd(closer);
        });
        long left = pool.channel.stream().filter(NewJob.class::isInstance).count();
        assertThat(ran.get() + left)
                .withFailMessage("the channel was full of %s jobs; %s have run, and only %s are left", sent, ran, left)
                .isEqualTo(sent.get());
    }

    /** Whether a worker that was told to terminate waits for room, or has gone on without it. */
    private boolean hasTried(Thread worker) {
        boolean isTrying = isIn(worker, "put") || isIn(worker, "offer") && !isIn(worker, "add");
        return isTrying || !worker.isAlive() || pool.channel.remainingCapacity() > 0;
    }

    private static void whenAWorkerIsTold(Runnable thenItDoes, Runnable meanwhile) {
        PrintStream stdout = System.out;
        System.setOut(new PrintStream(stdout, true) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.endsWith(" was told to terminate.")) {
                    thenItDoes.run();
                }
            }
        });
        try {
            meanwhile.run();
        } finally {
            System.setOut(stdout);
        }
    }

    private void keepTheWorkersBusy() {
        for (int i = 0; i < WORKERS; i++) {
            pool.execute(gate);
        }
        gate.awaitVisits(WORKERS);
    }

    private void close() {
        awaitEnd(new Caller(pool::close).thread);
    }

    private void awaitEnd(Thread closer) {
        boolean hasEnded = comes(() -> closer.getState() == TERMINATED);
        assertThat(hasEnded)
                .withFailMessage("%s of %s workers still wait for a message, and none is coming", alive(), WORKERS)
                .isTrue();
        assertThat(alive())
                .withFailMessage("close has returned, and %s workers have not ended", alive())
                .isZero();
    }

    private long alive() {
        return pool.workers.stream().filter(worker -> worker.thread.isAlive()).count();
    }

    private static boolean waitsIn(Thread thread, String method) {
        return thread.getState() == WAITING && isIn(thread, method);
    }

    private static boolean isIn(Thread thread, String method) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }
}
