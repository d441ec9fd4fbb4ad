package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pool promises to those who give it jobs. */
@Timeout(value = 4 * WATCHDOG_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ThreadPoolTest {
    private static final int CAPACITY = 1_024;

    private final Gate gate = new Gate();
    private final AtomicInteger ran = new AtomicInteger();
    private ThreadPool pool;

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aPoolHasAtLeastOneWorker(int size) {
        assertThatThrownBy(() -> new ThreadPool(size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(": " + size);
    }

    @Test
    void theWorkersAreNumberedFromZero() {
        pool = new ThreadPool(3);
        for (int id = 0; id < 3; id++) {
            Worker worker = pool.workers.get(id);
            assertThat(worker.id).isEqualTo(id);
            assertThat(worker.thread.getName()).isEqualTo("worker-" + id);
        }
        assertThat(pool.workers).hasSize(3);
    }

    @Test
    void nullIsNotAJob() {
        pool = new ThreadPool(1);
        Throwable refusal = catchThrowable(() -> pool.execute(null));
        assertThat(refusal).isInstanceOf(NullPointerException.class);
    }

    @Test
    void anAcceptedJobRuns() throws Exception {
        pool = new ThreadPool(1);
        Thread runner = call(Thread::currentThread);
        assertThat(runner).isSameAs(pool.workers.get(0).thread);
    }

    @Test
    void jobsStartInTheOrderInWhichTheyCame() throws Exception {
        pool = new ThreadPool(1);
        Queue<Integer> started = new ConcurrentLinkedQueue<>();
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        for (int number : numbers) {
            pool.execute(() -> started.add(number));
        }
        call(() -> "the last one");
        assertThat(started).containsExactlyElementsOf(numbers);
    }

    @Test
    void asManyJobsRunAtOnceAsThereAreWorkers() {
        pool = new ThreadPool(4);
        for (int i = 0; i < 5; i++) {
            pool.execute(gate);
        }
        List<Thread> busy = gate.awaitVisits(4);
        assertThat(Set.copyOf(busy)).hasSize(4);
        gate.open();
        // The fifth had to wait for one of the four.
        Thread fifth = gate.awaitVisits(5).get(4);
        assertThat(busy).hasSize(4).contains(fifth);
    }

    @Test
    void neverDoMoreJobsRunAtOnceThanThereAreWorkers() {
        pool = new ThreadPool(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 5_000; i++) {
            pool.execute(() -> {
                threads.add(Thread.currentThread());
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                ran.incrementAndGet();
            });
        }
        Watchdog.await(() -> ran.get() == 5_000);
        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(threads).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailingJobIsReportedAndCostsNoWorker(Throwable failure) throws Exception {
        pool = new ThreadPool(1);
        try (Console console = new Console()) {
            pool.execute(() -> ThreadPoolTest.throwUnchecked(failure));
            call(() -> "the next one");
            String line = "Worker 0: a job failed: " + failure;
            assertThat(console.errors()).containsExactly(line);
        }
    }

    static List<Throwable> failures() {
        Exception unchecked = new IllegalStateException("unchecked");
        Exception checked = new IOException("checked");
        Exception interrupt = new InterruptedException("thrown, not received");
        return List.of(unchecked, checked, interrupt, new AssertionError("error"));
    }

    @Test
    void aFailureThatCannotBeToldCostsNoWorker() throws Exception {
        pool = new ThreadPool(1);
        class Untold extends RuntimeException {
            private static final long serialVersionUID = 1;

            @Override
            public String toString() {
                throw new IllegalStateException("I will not be told");
            }
        }
        try (Console console = new Console()) {
            pool.execute(() -> {
                throw new Untold();
            });
            call(() -> "the next one");
            String line = "Worker 0: a job failed: " + Untold.class.getName();
            assertThat(console.errors()).containsExactly(line);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable t) throws T {
        throw (T) t;
    }

    @Test
    void anInterruptedJobCostsNoWorker() throws Exception {
        pool = new ThreadPool(1);
        try (Console console = new Console()) {
            pool.execute(() -> Thread.currentThread().interrupt());
            // The next job is not the one that was interrupted.
            assertThat(call(Thread::interrupted)).isFalse();
            assertThat(console.errors()).isEmpty();
        }
    }

    @Test
    void aJobSeesWhatItsSenderWrote() {
        pool = new ThreadPool(2);
        int[] numbers = new int[5_000];
        AtomicInteger sum = new AtomicInteger();
        for (int i = 0; i < numbers.length; i++) {
            int index = i;
            numbers[index] = 1;
            pool.execute(() -> {
                sum.addAndGet(numbers[index]);
                ran.incrementAndGet();
            });
        }
        Watchdog.await(() -> ran.get() == numbers.length);
        assertThat(sum).hasValue(numbers.length);
    }

    @Test
    void aFullChannelMakesTheSenderWait() throws Exception {
        pool = new ThreadPool(1);
        fillTheChannel();
        Caller sender = new Caller(() -> pool.execute(this::slowJob));
        sender.awaitWaiting("put");
        gate.open();
        sender.awaitEnd();
        Watchdog.await(() -> ran.get() == 1 + CAPACITY + 1);
    }

    @Test
    void anInterruptedSenderIsRefused() throws Exception {
        pool = new ThreadPool(1);
        Caller sender = new Caller(() -> {
            Thread.currentThread().interrupt();
            assertRefused(this::slowJob);
            assertThat(Thread.interrupted()).isTrue();
        });
        sender.awaitEnd();
        gate.open();
        call(() -> "the next one");
        assertThat(ran).hasValue(0);
    }

    @Test
    void aSenderInterruptedAtAFullChannelIsRefused() throws Exception {
        pool = new ThreadPool(1);
        fillTheChannel();
        Caller first = new Caller(() -> pool.execute(this::slowJob));
        first.awaitWaiting("put");
        Caller sender = new Caller(() -> {
            assertRefused(this::slowJob);
            assertThat(Thread.interrupted()).isTrue();
        });
        sender.awaitWaiting("put");
        sender.thread.interrupt();
        sender.awaitEnd();
        gate.open();
        first.awaitEnd();
        call(() -> "the next one");
        assertThat(ran).hasValue(1 + CAPACITY + 1);
    }

    @Test
    void everyJobIsLogged() throws Exception {
        pool = new ThreadPool(1);
        try (Console console = new Console()) {
            call(() -> "one");
            call(() -> "two");
            String line = "Worker 0 got a job; executing.";
            assertThat(console.output()).containsExactly(line, line);
        }
    }

    @Test
    void jobsMayExecuteJobs() {
        pool = new ThreadPool(2);
        pool.execute(() -> grow(8));
        Watchdog.await(() -> ran.get() == 511);
    }

    private void grow(int depth) {
        ran.incrementAndGet();
        if (depth > 0) {
            pool.execute(() -> grow(depth - 1));
            pool.execute(() -> grow(depth - 1));
        }
    }

    @Test
    void everyJobOfManySendersRunsOnce() throws Exception {
        pool = new ThreadPool(4);
        int share = 5_000;
        AtomicIntegerArray runs = new AtomicIntegerArray(4 * share);
        List<Caller> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int first = i * share;
            senders.add(new Caller(() -> {
                for (int number = first; number < first + share; number++) {
                    int index = number;
                    pool.execute(() -> {
                        runs.incrementAndGet(index);
                        ran.incrementAndGet();
                    });
                }
            }));
        }
        for (Caller sender : senders) {
            sender.awaitEnd();
        }
        Watchdog.await(() -> ran.get() == runs.length());
        assertThat(IntStream.range(0, runs.length()).map(runs::get)).containsOnly(1);
    }

    @Test
    void nothingEverEndsTheWorkers() throws Exception {
        pool = new ThreadPool(2);
        call(() -> "the only one");
        for (Worker worker : pool.workers) {
            Caller.awaitWaiting(worker.thread, "take");
        }
        Thread worker = pool.workers.get(0).thread;
        Caller caller = new Caller(worker::join);
        caller.awaitWaiting("join");
        // Each worker waits for a job, and the caller for a worker.
        assertThat(worker.isAlive()).isTrue();
        caller.thread.interrupt();
        caller.thread.join();
    }

    private void slowJob() {
        gate.run();
        ran.incrementAndGet();
    }

    private void fillTheChannel() {
        fillTheChannel(CAPACITY);
    }

    /** Keeps the only worker busy, and has so many jobs wait for it. */
    private void fillTheChannel(int queued) {
        pool.execute(this::slowJob);
        gate.awaitVisits(1);
        for (int i = 0; i < queued; i++) {
            pool.execute(this::slowJob);
        }
    }

    /** Has the pool run this job, and returns what it returned. */
    private <T> T call(Callable<T> job) throws Exception {
        FutureTask<T> task = new FutureTask<>(job);
        pool.execute(task);
        return task.get(WATCHDOG_SECONDS, SECONDS);
    }

    private void assertRefused(Runnable job) {
        Throwable refusal = catchThrowable(() -> pool.execute(job));
        assertThat(refusal).isInstanceOf(RejectedExecutionException.class);
    }
}
