package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import hello.Caller.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pool promises to those who give it jobs. */
@Timeout(value = 4 * WATCHDOG_SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class ThreadPoolTest {
    private static final int CAPACITY = 1_024;
    private static final String SENDING = "Sending terminate message to all workers.";

    private final Gate gate = new Gate();
    private final AtomicInteger ran = new AtomicInteger();
    private ThreadPool pool;

    @AfterEach
    void closeThePool() throws Exception {
        gate.open();
        if (pool != null) {
            new Caller(pool::close).awaitEnd();
        }
    }

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
    void closeEndsTheWorkers() throws Exception {
        pool = new ThreadPool(2);
        call(() -> "the only one");
        for (Worker worker : pool.workers) {
            Caller.awaitWaiting(worker.thread, "take");
        }
        closeThePool();
        assertNoWorkerIsAlive();
    }

    @Test
    void everyJobAcceptedRunsBeforeCloseReturns() throws Exception {
        pool = new ThreadPool(1);
        fillTheChannel();
        Caller closer = new Caller(pool::close);
        closer.awaitWaiting("put");
        gate.open();
        closer.awaitEnd();
        assertThat(ran).hasValue(1 + CAPACITY);
        assertNoWorkerIsAlive();
    }

    @Test
    void aClosedPoolTakesNoJobs() throws Exception {
        pool = new ThreadPool(1);
        closeThePool();
        assertRefused(ran::incrementAndGet);
        assertThat(ran).hasValue(0);
    }

    @Test
    void noJobIsLostInARaceWithClose() throws Exception {
        try (Console console = new Console()) {
            for (int round = 0; round < 2_000; round++) {
                pool = new ThreadPool(1);
                ran.set(0);
                AtomicInteger accepted = new AtomicInteger();
                CountDownLatch start = new CountDownLatch(1);
                Caller sender = new Caller(() -> {
                    try {
                        for (int i = 0; i < 50; i++) {
                            pool.execute(ran::incrementAndGet);
                            accepted.incrementAndGet();
                            start.countDown();
                        }
                    } catch (RejectedExecutionException e) {
                        // The pool was faster.
                    }
                });
                start.await();
                pool.close();
                sender.awaitEnd();
                assertThat(ran).hasValue(accepted.get());
            }
            assertThat(console.errors()).isEmpty();
        }
    }

    @Test
    void noSenderAtAFullChannelIsLeftWaitingWhenThePoolCloses() throws Exception {
        pool = new ThreadPool(1);
        pool.execute(this::slowJob);
        gate.awaitVisits(1);
        Gate second = new Gate();
        pool.execute(second);
        for (int i = 1; i < CAPACITY; i++) {
            pool.execute(ran::incrementAndGet);
        }
        List<Caller> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Caller sender = new Caller(() -> assertRefused(ran::incrementAndGet));
            sender.awaitWaiting("put");
            senders.add(sender);
        }
        Caller closer = new Caller(pool::close);
        closer.awaitWaiting("put");
        // It has begun, though others wait.
        assertRefused(ran::incrementAndGet);
        gate.open();
        // The worker has taken the second job, and made room for one sender: when that
        // one takes its message back, it makes room for the next.
        for (Caller sender : senders) {
            sender.awaitEnd();
        }
        closer.awaitWaiting("join");
        second.open();
        closer.awaitEnd();
        assertThat(ran).hasValue(CAPACITY);
    }

    @Test
    void aJobThatIsSentTwiceMakesTwoMessages() {
        Runnable job = ran::incrementAndGet;
        Message first = new Message.NewJob(job);
        assertThat(first).isEqualTo(first).isNotEqualTo(new Message.NewJob(job));
    }

    @Test
    void everyoneWhoClosesWaitsForTheWorkers() throws Exception {
        pool = new ThreadPool(2);
        pool.execute(this::slowJob);
        gate.awaitVisits(1);
        Call close = () -> {
            pool.close();
            assertNoWorkerIsAlive();
        };
        Caller one = new Caller(close);
        Caller other = new Caller(close);
        one.awaitWaiting("join");
        other.awaitWaiting("join");
        gate.open();
        one.awaitEnd();
        other.awaitEnd();
        assertThat(ran).hasValue(1);
        closeThePool();
    }

    @Test
    void closeTakesItsTimeThoughItsCallerIsInterrupted() throws Exception {
        pool = new ThreadPool(1);
        pool.execute(this::slowJob);
        Caller closer = new Caller(() -> {
            Thread.currentThread().interrupt();
            pool.close();
            assertThat(Thread.interrupted()).isTrue();
            assertNoWorkerIsAlive();
        });
        closer.awaitWaiting("join");
        gate.open();
        closer.awaitEnd();
        assertThat(ran).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"0, join", "1024, put"})
    void anInterruptDoesNotShortenClose(int queued, String method) throws Exception {
        pool = new ThreadPool(1);
        fillTheChannel(queued);
        Caller closer = new Caller(() -> {
            pool.close();
            assertThat(Thread.interrupted()).isTrue();
            assertNoWorkerIsAlive();
        });
        closer.awaitWaiting(method);
        closer.thread.interrupt();
        // It has noticed, and waits again.
        Watchdog.await(() -> !closer.thread.isInterrupted());
        closer.awaitWaiting(method);
        gate.open();
        closer.awaitEnd();
        assertThat(ran).hasValue(1 + queued);
    }

    @Test
    void aJobCannotCloseItsPool() throws Exception {
        pool = new ThreadPool(1);
        Throwable refusal = call(() -> catchThrowable(pool::close));
        assertThat(refusal).isInstanceOf(IllegalStateException.class);
        call(() -> "the pool still works");
        closeThePool();
        assertNoWorkerIsAlive();
    }

    @Test
    void aJobCannotExecuteAnotherWhileThePoolCloses() throws Exception {
        pool = new ThreadPool(1);
        FutureTask<Throwable> job = new FutureTask<>(() -> {
            gate.run();
            return catchThrowable(() -> pool.execute(this::slowJob));
        });
        pool.execute(job);
        Caller closer = new Caller(pool::close);
        closer.awaitWaiting("join");
        gate.open();
        closer.awaitEnd();
        assertThat(job.get()).isInstanceOf(RejectedExecutionException.class);
        assertThat(ran).hasValue(0);
    }

    @Test
    void theShutdownIsLoggedOnce() throws Exception {
        pool = new ThreadPool(2);
        try (Console console = new Console()) {
            pool.execute(gate);
            pool.execute(gate);
            gate.awaitVisits(2);
            Caller closer = new Caller(pool::close);
            closer.awaitWaiting("join");
            gate.open();
            closer.awaitEnd();
            closeThePool();
            List<String> lines = console.output();
            String firstJob = "Worker 0 got a job; executing.";
            String secondJob = "Worker 1 got a job; executing.";
            String firstEnd = "Worker 0 was told to terminate.";
            String secondEnd = "Worker 1 was told to terminate.";
            String firstJoin = "Shutting down worker 0";
            String secondJoin = "Shutting down worker 1";
            assertThat(lines).hasSize(2 + 1 + 2 + 2);
            // Both were busy: they cannot have been told before they were free.
            List<String> start = lines.subList(0, 2);
            assertThat(start).containsExactlyInAnyOrder(firstJob, secondJob);
            assertThat(lines)
                    .containsSubsequence(SENDING, firstJoin, firstEnd, secondJoin)
                    .containsSubsequence(SENDING, firstJoin, secondEnd);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPoolThatCannotStartLeavesNoWorkers(@TempDir Path folder) throws Exception {
        // 32 GiB, of which each thread wants one.
        String limit = "-v 33554432";
        String name = StarvedPool.class.getName();
        String[] java = {"-Xss1g", "-Xmx64m", "-Xint", "-XX:+UseSerialGC", name};
        try (Program program = Program.limited(limit, folder, java)) {
            assertThat(program.awaitExitStatus()).isZero();
            assertThat(program.output())
                    .contains("Worker 0 was told to terminate.\n")
                    .endsWith("Starved\n");
        }
    }

    @Test
    void aSingleLoopWaitsForEver() throws Exception {
        SingleLoopPool loop = new SingleLoopPool(2);
        Caller closer = closeWhileBusy(loop.workers, loop::execute, loop::close);
        // Each waits for the other; no message is under way, and no one else sends.
        Caller.awaitWaiting(loop.workers.get(0).thread, "take");
        closer.awaitWaiting("join");
        assertThat(loop.channel).isEmpty();
        loop.channel.add(new Message.Terminate());
        closer.awaitEnd();
    }

    @Test
    void twoLoopsDoNot() throws Exception {
        pool = new ThreadPool(2);
        closeWhileBusy(pool.workers, pool::execute, pool::close).awaitEnd();
        assertNoWorkerIsAlive();
    }

    /** The second worker takes a terminate message while the first is busy. */
    private Caller closeWhileBusy(List<Worker> workers, Executor pool, Call close) {
        Thread first = workers.get(0).thread;
        Gate other = new Gate();
        Runnable job = () -> (Thread.currentThread() == first ? gate : other).run();
        pool.execute(job);
        pool.execute(job);
        gate.awaitVisits(1);
        other.awaitVisits(1);
        other.open();
        Caller closer = new Caller(close);
        closer.awaitWaiting("join");
        Thread second = workers.get(1).thread;
        Watchdog.await(() -> !second.isAlive());
        gate.open();
        return closer;
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

    private void assertNoWorkerIsAlive() {
        assertThat(pool.workers).noneMatch(worker -> worker.thread.isAlive());
    }
}
