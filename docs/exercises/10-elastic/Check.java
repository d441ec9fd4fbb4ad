package hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private final PatienceOfTheCheck patience = new PatienceOfTheCheck();
    private final Gate gate = new Gate();
    private final AtomicInteger ran = new AtomicInteger();
    private ThreadPool pool = new ThreadPool(1, 3, patience);

    @Override
    List<Use> uses() {
        return List.of(
                Use.PLAIN,
                Use.made("from 1 worker on", size -> new ThreadPool(Math.min(1, size), size, BlockingQueue::take)));
    }

    @AfterEach
    void closeThePool() {
        patience.endTheHold();
        gate.open();
        // Not waited for: it may have to wait for what an attempt has forgotten.
        new Caller(pool::close);
    }

    @Test
    @Order(1)
    @DisplayName("a new pool has min workers")
    void min() {
        assertSize(1, "min is 1, max is 3, and there was no job yet");
    }

    @Test
    @Order(2)
    @DisplayName("a job that finds no worker free gets a new one, before execute returns")
    void grows() {
        for (int jobs = 1; jobs <= 3; jobs++) {
            pool.execute(gate);
            assertSize(jobs, "unfinished jobs: " + jobs + ", min 1, max 3");
        }
        gate.awaitVisits(3);
    }

    @Test
    @Order(3)
    @DisplayName("a job that finds a worker free starts no other")
    void freeWorker() {
        catchThrowable(() -> pool.execute(null));
        for (int jobs = 1; jobs <= 3; jobs++) {
            pool.execute(() -> {});
            assertSize(1, "a job was null and refused, and the only worker was free");
            // It was there from the start, and comes back from each job.
            patience.awaitComings(1 + jobs);
        }
    }

    @Test
    @Order(4)
    @DisplayName("a worker whose job has failed is free again")
    void failedJob() {
        pool.execute(() -> {
            throw new IllegalStateException("This job fails, as it should");
        });
        patience.awaitComings(2);
        pool.execute(() -> {
            throw new AssertionError("This job fails, as it should");
        });
        patience.awaitComings(3);
        pool.execute(gate);
        assertSize(1, "two jobs had failed, one by an Error, and so the worker was free for the third");
    }

    @Test
    @Order(5)
    @DisplayName("an interrupt that a job has left ends no worker")
    void interruptedWorker() {
        for (int jobs = 1; jobs <= 2; jobs++) {
            pool.execute(() -> {
                gate.run();
                Thread.currentThread().interrupt();
            });
        }
        int size = pool.size();
        gate.awaitVisits(Math.min(size, 2));
        gate.open();
        comesAllTheSame(() -> pool.size() < size);
        assertSize(size, "jobs left the interrupt flags of their workers set, and no worker has waited in vain");
    }

    @Test
    @Order(6)
    @DisplayName("there are never more than max: other jobs wait, and all run")
    void max() {
        for (int jobs = 1; jobs <= 5; jobs++) {
            pool.execute(gate);
        }
        assertThat(pool.size())
                .withFailMessage("max is 3, and there are %d workers", pool.size())
                .isLessThanOrEqualTo(3);
        gate.open();
        gate.awaitVisits(5);
    }

    @Test
    @Order(7)
    @DisplayName("workers that wait in vain end, until there are min")
    void shrinks() {
        pool.close();
        pool = new ThreadPool(2, 4, patience);
        Set<Thread> workers = grow(4);
        leaveAllIdle(4);
        patience.endTheHold();
        patience.awaitNews(workers);
        assertThat(workers.stream().filter(Thread::isAlive).count())
                .withFailMessage(() -> "4 workers waited in vain, min is 2, and now there are "
                        + workers.stream().filter(Thread::isAlive).count())
                .isEqualTo(2);
        assertSize(2, "2 of 4 workers have ended");
    }

    @Test
    @Order(8)
    @DisplayName("a worker that has waited in vain stays if a job is on its way to it")
    void promised() {
        pool.close();
        pool = new ThreadPool(1, 2, patience);
        Set<Thread> workers = grow(2);
        leaveAllIdle(2);
        Gate secondGate = new Gate();
        try {
            pool.execute(secondGate);
            pool.execute(secondGate);
            assertSize(2, "there were 2 jobs for 2 free workers");
            patience.endTheHold();
            patience.awaitNews(workers);
            assertThat(workers)
                    .withFailMessage("Two workers were free. Two jobs came, one for each. At that moment the"
                            + " time of both workers was over, and one ended: its job waits now for the other,"
                            + " though there may be two")
                    .allMatch(Thread::isAlive);
            secondGate.awaitVisits(2);
        } finally {
            secondGate.open();
        }
    }

    @Test
    @Order(9)
    @DisplayName("a pool that has shrunk grows again, by workers whose names are new")
    void growsAgain() {
        Set<Thread> workers = grow(3);
        leaveAllIdle(3);
        patience.endTheHold();
        patience.awaitNews(workers);
        assertSize(1, "3 workers waited in vain, and min is 1");
        Gate secondGate = new Gate();
        try {
            for (int jobs = 1; jobs <= 3; jobs++) {
                pool.execute(secondGate);
                assertSize(jobs, "the pool had shrunk; unfinished jobs now: " + jobs + ", max 3");
            }
            workers.addAll(secondGate.awaitVisits(3));
            List<String> names = workers.stream().map(Thread::getName).sorted().toList();
            assertThat(names)
                    .withFailMessage("3 workers, and after 2 of them had ended 2 more: their names were %s", names)
                    .doesNotHaveDuplicates();
        } finally {
            secondGate.open();
        }
    }

    @Test
    @Order(10)
    @DisplayName("workers that wait in vain end, even if another has a job")
    void shrinksBesideAJob() {
        Gate longJob = new Gate();
        try {
            pool.execute(longJob);
            pool.execute(gate);
            pool.execute(gate);
            assertSize(3, "unfinished jobs: 3, max 3");
            Set<Thread> workers = new HashSet<>(gate.awaitVisits(2));
            longJob.awaitVisits(1);
            leaveAllIdle(2);
            patience.endTheHold();
            patience.awaitNews(workers);
            assertSize(1, "2 of 3 workers waited in vain, the third has the only job, and min is 1");
        } finally {
            longJob.open();
        }
    }

    @Test
    @Order(11)
    @DisplayName("a worker that is about to end says so, and no longer counts")
    void lastWords() {
        pool.close();
        pool = new ThreadPool(1, 2, patience);
        Set<Thread> workers = grow(2);
        leaveAllIdle(2);
        PrintStream stdout = System.out;
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        System.setOut(new PrintStream(stdout, true) {
            @Override
            public void println(String line) {
                if (line.matches("Worker \\d had nothing to do; it ends\\.")) {
                    sizes.add(pool.size());
                }
                super.println(line);
            }
        });
        try {
            patience.endTheHold();
            patience.awaitNews(workers);
        } finally {
            System.setOut(stdout);
        }
        assertThat(sizes)
                .withFailMessage("2 workers waited in vain, min is 1, and %s of them said that it ends", sizes.size())
                .hasSize(1);
        assertThat(sizes)
                .withFailMessage("there were 2 workers, one said that it ends, and size() was still %s", sizes.get(0))
                .containsExactly(1);
    }

    @Test
    @Order(13)
    @DisplayName("a job that is refused because the pool is closed starts no worker")
    void closedPool() {
        pool.execute(gate);
        gate.awaitVisits(1);
        Caller closer = new Caller(pool::close);
        comesAllTheSame(() -> !closer.thread.isAlive());
        catchThrowable(() -> pool.execute(gate));
        assertSize(1, "a pool with 1 worker and a job was closed, and another job refused");
    }

    @Test
    @Order(12)
    @DisplayName("a job that is refused because its sender was interrupted does not count")
    void interruptedSender() throws Exception {
        pool.close();
        pool = new ThreadPool(1, 2, patience);
        Set<Thread> workers = grow(2);
        for (int i = 0; i < CAPACITY; i++) {
            pool.execute(ran::incrementAndGet);
        }
        for (int i = 0; i < 4; i++) {
            boolean isInterruptedBefore = i < 2;
            Caller sender = new Caller(() -> {
                if (isInterruptedBefore) {
                    Thread.currentThread().interrupt();
                }
                catchThrowable(() -> pool.execute(ran::incrementAndGet));
            });
            Watchdog.await(() -> isWaiting(sender.thread) || !sender.thread.isAlive());
            sender.thread.interrupt();
            sender.awaitEnd();
        }
        gate.open();
        Watchdog.await(() -> ran.get() == CAPACITY);
        Gate secondGate = new Gate();
        pool.execute(secondGate);
        pool.execute(secondGate);
        secondGate.awaitVisits(2);
        patience.hold();
        secondGate.open();
        patience.awaitHeld(2);
        patience.endTheHold();
        patience.awaitNews(workers);
        assertSize(
                1,
                "4 senders were interrupted, 2 while they waited for room, 2 before; when all jobs had run,"
                        + " 2 workers waited in vain, and min is 1");
    }

    private void assertSize(int size, String reason) {
        int actual = pool.size();
        assertThat(actual)
                .withFailMessage("%s: size should be %d, it is %d", reason, size, actual)
                .isEqualTo(size);
    }

    /** Gives each of so many workers a job that lasts until the gate opens. */
    private Set<Thread> grow(int size) {
        for (int jobs = 1; jobs <= size; jobs++) {
            pool.execute(gate);
        }
        assertSize(size, "unfinished jobs: " + size + ", max not reached");
        return new HashSet<>(gate.awaitVisits(size));
    }

    /** Lets the workers finish their jobs; they wait, and hear of no message. */
    private void leaveAllIdle(int size) {
        patience.hold();
        gate.open();
        patience.awaitHeld(size);
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    /** Time is over when the check says so. */
    private static final class PatienceOfTheCheck implements Patience {
        private final AtomicInteger comings = new AtomicInteger();
        private final Queue<Thread> held = new ConcurrentLinkedQueue<>();
        private final Set<Thread> cameAgain = ConcurrentHashMap.newKeySet();
        private volatile CompletableFuture<Message> hold = CompletableFuture.completedFuture(null);

        @Override
        public Message await(BlockingQueue<Message> channel) throws InterruptedException {
            CompletableFuture<Message> current = hold;
            comings.incrementAndGet();
            if (current.isDone()) {
                cameAgain.add(Thread.currentThread());
                return channel.take();
            }
            held.add(Thread.currentThread());
            return current.join();
        }

        void awaitComings(int count) {
            Watchdog.await(() -> comings.get() >= count);
        }

        /** Who comes from now on gets no message, until the hold ends. */
        void hold() {
            cameAgain.clear();
            hold = new CompletableFuture<>();
        }

        void awaitHeld(int count) {
            Watchdog.await(() -> held.size() >= count);
        }

        /** For those who are held the time is over. Who comes later waits as long as it takes. */
        void endTheHold() {
            hold.complete(null);
        }

        /** Waits until each of these has either ended or come again. */
        void awaitNews(Set<Thread> workers) {
            Watchdog.await(() -> workers.stream().allMatch(worker -> !worker.isAlive() || cameAgain.contains(worker)));
        }
    }
}
