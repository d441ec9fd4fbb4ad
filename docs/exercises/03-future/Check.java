package hello;

import static hello.Watchdog.WATCHDOG_SECONDS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Check extends Promises {
    private final ThreadPool pool = new ThreadPool(1);
    private final Gate gate = new Gate();
    private final AtomicInteger ran = new AtomicInteger();

    @Override
    List<Use> uses() {
        return List.of(
                Use.PLAIN,
                Use.sent("submit", (pool, job) -> pool.submit(job == null ? null : Executors.callable(job))));
    }

    @AfterEach
    void closeThePool() {
        gate.open();
        // Not waited for: it may have to wait for what an attempt has forgotten.
        new Caller(pool::close);
    }

    @Test
    @Order(1)
    @DisplayName("execute runs its job, as before")
    void execute() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        pool.execute(() -> result.complete("done"));
        assertThat(result.get(WATCHDOG_SECONDS, SECONDS)).isEqualTo("done");
    }

    @Test
    @Order(2)
    @DisplayName("submit returns while the job still waits for a worker")
    void returnsAtOnce() {
        keepTheWorkerBusy();
        Future<Integer> future = submit(ran::incrementAndGet);
        assertThat(ran)
                .withFailMessage("the only worker was busy, and the job ran all the same; on whose thread?")
                .hasValue(0);
        assertThat(future.isDone())
                .withFailMessage("the Future says that it is done, and the job has not run yet")
                .isFalse();
    }

    @Test
    @Order(3)
    @DisplayName("the Future gets what the job returned")
    void result() throws Exception {
        String result = submit(() -> "done").get(WATCHDOG_SECONDS, SECONDS);
        assertThat(result)
                .withFailMessage("the job returned \"done\", get returned %s", result)
                .isEqualTo("done");
    }

    @Test
    @Order(4)
    @DisplayName("the job runs on a worker's thread")
    void worker() throws Exception {
        Thread thread = submit(Thread::currentThread).get(WATCHDOG_SECONDS, SECONDS);
        assertThat(thread)
                .withFailMessage(
                        "it ran on %s",
                        thread == Thread.currentThread() ? "the sender's own thread" : "the thread " + thread.getName())
                .isSameAs(pool.workers.get(0).thread);
    }

    @Test
    @Order(5)
    @DisplayName("what the job threw is the cause of the ExecutionException that get throws")
    void failure() {
        for (Throwable reason : List.of(new IOException("the disk is full"), new AssertionError("a bug"))) {
            Future<Object> future = submit(() -> {
                if (reason instanceof Error error) {
                    throw error;
                }
                throw (Exception) reason;
            });
            assertComes("the job threw " + reason + ", and the Future is not done", future::isDone);
            Throwable thrown = catchThrowable(() -> future.get(WATCHDOG_SECONDS, SECONDS));
            assertThat(thrown)
                    .withFailMessage("the job threw %s, get threw %s", reason, thrown)
                    .isInstanceOf(ExecutionException.class);
            assertThat(thrown.getCause())
                    .withFailMessage("the job threw %s, the cause is %s", reason, thrown.getCause())
                    .isSameAs(reason);
        }
    }

    @Test
    @Order(6)
    @DisplayName("a job that is cancelled before its turn never runs")
    void cancelled() throws Exception {
        keepTheWorkerBusy();
        Future<Integer> future = submit(ran::incrementAndGet);
        future.cancel(false);
        gate.open();
        Future<Integer> next = submit(ran::get);
        next.get(WATCHDOG_SECONDS, SECONDS);
        assertThat(ran)
                .withFailMessage("it was cancelled while the worker was busy, and ran afterwards")
                .hasValue(0);
    }

    @Test
    @Order(7)
    @DisplayName("the Future says how far its job has got, and releases all who wait for it")
    void progress() {
        keepTheWorkerBusy();
        Future<String> first = submit(() -> null);
        Future<String> second = submit(() -> "second");
        Future<String> cancelled = submit(() -> "cancelled");
        List<Caller> waiting = List.of(new Caller(first::get), new Caller(first::get), new Caller(cancelled::get));
        assertGet("a job waits for a worker, and get's time is over", first, "java.util.concurrent.TimeoutException");
        for (Future<String> future : List.of(first, cancelled)) {
            synchronized (future) {
                // Whoever waits may be woken for no reason at all.
                future.notifyAll();
            }
        }
        assertThat(comesAllTheSame(() -> waiting.stream().anyMatch(caller -> !caller.thread.isAlive())))
                .withFailMessage("no job has run; who waited for one was woken too soon, and get has returned")
                .isFalse();
        cancelled.cancel(true);
        assertThat(cancelled.isCancelled() && cancelled.isDone() && !first.isCancelled())
                .withFailMessage("one job of two was cancelled, and isCancelled or isDone does not say so")
                .isTrue();
        assertGet("a job was cancelled", cancelled, "java.util.concurrent.CancellationException");
        gate.open();
        assertComes("a job has returned null, and its Future is not done", first::isDone);
        assertGet("a job returned null", first, "null");
        assertComes("a job has returned, and its Future is not done", second::isDone);
        assertGet("a job returned \"second\"", second, "second");
        assertComes(
                "two waited for a job's result, another for that of a cancelled one, and one of them still waits",
                () -> waiting.stream().noneMatch(caller -> caller.thread.isAlive()));
        assertThat(second.cancel(true) || second.isCancelled())
                .withFailMessage("a job was cancelled after it had ended, and its Future says that this has worked")
                .isFalse();
    }

    @Test
    @Order(8)
    @DisplayName("get can be interrupted while it waits")
    void interrupted() {
        keepTheWorkerBusy();
        Future<String> future = submit(() -> "done");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Caller waiting = new Caller(() -> thrown.set(catchThrowable(future::get)));
        comesAllTheSame(() -> !waiting.thread.isAlive());
        waiting.thread.interrupt();
        assertComes("who waited for a result was interrupted, and waits on", () -> !waiting.thread.isAlive());
        assertThat(thrown.get())
                .withFailMessage(
                        "who waited for a result was interrupted; get should throw an InterruptedException, it threw %s",
                        thrown)
                .isInstanceOf(InterruptedException.class);
    }

    /** Calls get with a time that is over at once; what comes of it, a result or an exception, is given as text. */
    private void assertGet(String situation, Future<String> future, String expected) {
        AtomicReference<String> outcome = new AtomicReference<>();
        Caller caller = new Caller(() -> {
            try {
                outcome.set(future.get(1, MILLISECONDS));
            } catch (Exception e) {
                outcome.set(e.toString());
            }
        });
        assertComes(situation + ", and get still waits", () -> !caller.thread.isAlive());
        assertThat(String.valueOf(outcome))
                .withFailMessage("%s; get should answer by %s, it answered by %s", situation, expected, outcome)
                .isEqualTo(expected);
    }

    private void keepTheWorkerBusy() {
        pool.execute(gate);
        gate.awaitVisits(1);
    }

    private <T> Future<T> submit(Callable<T> job) {
        Future<T> future = pool.submit(job);
        assertThat(future)
                .withFailMessage("submit returned null; it should return a Future")
                .isNotNull();
        return future;
    }
}
