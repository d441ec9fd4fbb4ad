package hello;

import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.util.Objects.requireNonNullElse;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What holds for stage 05's pool has to hold for what the exercises make of it. A check that extends this looks at all
 * of it as the last of its claims, and gets the words to say what comes and what does not.
 */
abstract class Promises {
    static final int CAPACITY = 1_024;
    private static final int SENDERS = 4;
    private static final int ROUNDS = 10;

    /** A thread that has just been woken still looks for a moment as if it waited; on a busy machine, for longer. */
    private static final int LOOKS = 10 * (int) Math.max(1, Math.min(20, load()));

    /** Where to be wrong would be to miss a fault of an attempt, not to see one that is not there. */
    private static final int FEWER_LOOKS = 5;

    /** As long as this, somebody who waits for a time may come back and go on. */
    private static final int MANY_LOOKS = 100;

    /** The pause between two looks; the first ones are shorter, because most of what comes comes soon. */
    private static final long NANOS = MILLISECONDS.toNanos(10);

    private static final int QUICK_LOOKS = 6;

    private final Set<Thread> before = new HashSet<>(threads());
    private final List<Consumer<Trial>> promises = List.of(
            Trial::itRunsSoManyJobsAtOnce,
            Trial::aFailedJobIsNoneOfTheNext,
            Trial::thereIsNoNullAndNoPoolOfNobody,
            Trial::aSenderWaitsForRoomAndCanBeInterrupted,
            Trial::anInterruptedSenderIsRefused,
            Trial::whoClosesWaitsForTheWorkers,
            trial -> trial.whoClosesWaitsForTheLast(0),
            trial -> trial.whoClosesWaitsForTheLast(1),
            Trial::idleWorkersEnd,
            Trial::closeBeginsThoughSendersWait,
            Trial::aJobCannotCloseItsPool,
            Trial::aJobCanCloseAnotherPool,
            Trial::nothingIsLostThoughManySendWhileItCloses);

    /** The ways to use a pool that keep the promises: the plain one, and what the exercise has added. */
    List<Use> uses() {
        return List.of(Use.PLAIN);
    }

    /** A job that fails and costs no worker. */
    Runnable failing() {
        return () -> {
            throw new AssertionError("on purpose");
        };
    }

    @Test
    @Order(100)
    @DisplayName("all that the pool promises in its Javadoc still holds")
    void promises() {
        for (Use use : uses()) {
            for (Consumer<Trial> promise : promises) {
                try (Trial trial = new Trial(use)) {
                    promise.accept(trial);
                }
            }
        }
    }

    private static final class Unspeakable extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("on purpose: an exception's own message fails");
        }
    }

    /** How a pool is made, gets a job, and is closed. */
    record Use(
            String name,
            IntFunction<ThreadPool> make,
            BiConsumer<ThreadPool, Runnable> send,
            Consumer<ThreadPool> end) {
        static final Use PLAIN = new Use("", ThreadPool::new, ThreadPool::execute, ThreadPool::close);

        static Use made(String name, IntFunction<ThreadPool> make) {
            return new Use(name, make, PLAIN.send, PLAIN.end);
        }

        static Use sent(String name, BiConsumer<ThreadPool, Runnable> send) {
            return new Use(name, PLAIN.make, send, PLAIN.end);
        }

        static Use closed(String name, Consumer<ThreadPool> end) {
            return new Use(name, PLAIN.make, PLAIN.send, end);
        }
    }

    /** One promise is tried on a pool of its own. */
    private final class Trial implements AutoCloseable {
        private final Use use;
        private final Gate gate = new Gate();
        private final Queue<Thread> visitors = new ConcurrentLinkedQueue<>();
        private final AtomicInteger ran = new AtomicInteger();
        private ThreadPool pool;

        Trial(Use use) {
            this.use = use;
        }

        @Override
        public void close() {
            gate.open();
            if (pool != null) {
                // Not waited for: it may have to wait for what an attempt has forgotten.
                new Caller(() -> use.end.accept(pool));
            }
        }

        void itRunsSoManyJobsAtOnce() {
            make(3);
            new Caller(() -> {
                for (int i = 0; i < 4; i++) {
                    send(this::stay);
                }
            });
            expect(() -> visits() >= 3, "a pool of 3 got 4 jobs, and does not run 3 of them at once");
            expectNot(() -> visits() > 3, "a pool of 3 runs 4 jobs at once");
        }

        void aFailedJobIsNoneOfTheNext() {
            make(1);
            List<Boolean> flags = new CopyOnWriteArrayList<>();
            send(failing());
            send(() -> {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("on purpose");
            });
            send(() -> {
                throw new Unspeakable();
            });
            send(() -> flags.add(Thread.interrupted()));
            expect(() -> !flags.isEmpty(), "three jobs failed, and no worker runs the next");
            hold(!flags.get(0), "a job left its thread's interrupt flag set, and the next job found it set");
        }

        void thereIsNoNullAndNoPoolOfNobody() {
            Throwable thrown = catchThrowable(() -> use.make.apply(0));
            hold(
                    thrown instanceof IllegalArgumentException,
                    "a pool of 0 should be refused by an IllegalArgumentException, %s",
                    it(thrown));
            make(1);
            thrown = catchThrowable(() -> use.send.accept(pool, null));
            hold(
                    thrown instanceof NullPointerException,
                    "a job that is null should be refused by a NullPointerException, %s",
                    it(thrown));
        }

        void aSenderWaitsForRoomAndCanBeInterrupted() {
            fill();
            Sender first = new Sender();
            Sender second = new Sender();
            expectNot(() -> first.hasEnded() || second.hasEnded(), CAPACITY + " jobs wait, and a sender need not");
            if (first.caller.thread.getState() == TIMED_WAITING) {
                hold(!comesInTime(first::hasEnded), "a sender waits for room, and gives up after a time");
            }
            second.caller.thread.interrupt();
            expect(second::hasEnded, "two senders waited for room; one was interrupted, and waits on");
            second.assertInterrupted("was interrupted while it waited for room");
            hold(!first.hasEnded(), "two senders waited for room; one was interrupted, and the other got away too");
            gate.open();
            expect(first::hasEnded, "there is room again, and a sender still waits for it");
            int sent = 1 + CAPACITY + 1;
            expect(() -> ran.get() == sent, "a sender waited for room and was accepted, and its job never runs");
            expectNot(() -> ran.get() > sent, "an interrupted sender was refused, and its job ran");
        }

        void anInterruptedSenderIsRefused() {
            make(1);
            Sender sender = new Sender(true);
            expect(sender::hasEnded, "an interrupted sender waits though there is room");
            sender.assertInterrupted("had been interrupted before");
            expectNot(() -> ran.get() > 0, "an interrupted sender was refused, and its job ran");
        }

        void whoClosesWaitsForTheWorkers() {
            make(2);
            AtomicInteger refused = new AtomicInteger();
            AtomicInteger interrupted = new AtomicInteger();
            Runnable job = () -> {
                stay();
                if (Thread.interrupted()) {
                    interrupted.incrementAndGet();
                }
                if (catchThrowable(() -> send(gate)) instanceof RejectedExecutionException) {
                    refused.incrementAndGet();
                }
            };
            send(job);
            send(job);
            expect(() -> visits() == 2, "a pool of 2 got 2 jobs, and does not run both");
            send(this::count);
            send(this::count);
            Closer first = new Closer(true);
            expectNot(first::hasEnded, "close has returned, though its jobs had not run");
            Closer second = new Closer(false);
            expectNot(second::hasEnded, "a second close has returned before the workers had ended");
            second.caller.thread.interrupt();
            expectNot(second::hasEnded, "a close was interrupted, and has returned before the workers had ended");
            gate.open();
            first.expectEnd(2);
            second.expectEnd(2);
            hold(interrupted.get() == 0, "close has interrupted a job");
            hold(refused.get() == 2, "a job sent another while the pool was being closed, and it was not refused");
            Closer third = new Closer(false);
            expect(third::hasEnded, "the pool is closed, and a further close does not return");
            Sender late = new Sender();
            expect(late::hasEnded, "the pool is closed, and a sender waits all the same");
            late.assertRefused("came after close");
        }

        /** @param last which of the workers ends last; the elder is 0 */
        void whoClosesWaitsForTheLast(int last) {
            make(2);
            Gate both = new Gate();
            AtomicReference<Thread> slow = new AtomicReference<>();
            Runnable job = () -> {
                visitors.add(Thread.currentThread());
                both.run();
                if (Thread.currentThread() == slow.get()) {
                    gate.run();
                }
            };
            send(job);
            send(job);
            expect(() -> visits() == 2, "a pool of 2 got 2 jobs, and does not run both");
            slow.set(visitors.stream()
                    .sorted(Comparator.comparing(Thread::getId))
                    .toList()
                    .get(last));
            both.open();
            Closer closer = new Closer(false);
            expectNot(closer::hasEnded, "one of two workers was still busy with a job, and close has returned");
        }

        void closeBeginsThoughSendersWait() {
            fill();
            List<Sender> waiting = List.of(new Sender(), new Sender());
            expectNot(
                    () -> waiting.stream().anyMatch(Sender::hasEnded), CAPACITY + " jobs wait, and a sender need not");
            Closer closer = new Closer(false);
            expectNot(closer::hasEnded, "close has returned, though its jobs had not run");
            Sender late = new Sender();
            expect(late::hasEnded, "close was called while senders waited for room, and one who came later waits too");
            late.assertRefused("came after close");
            closer.caller.thread.interrupt();
            expectNot(closer::hasEnded, "a close was interrupted, and has returned before the workers had ended");
            gate.open();
            expect(
                    () -> waiting.stream().allMatch(Sender::hasEnded),
                    "the pool is closed, and a sender still waits for room");
            long accepted =
                    waiting.stream().filter(sender -> sender.thrown == null).count();
            closer.expectEnd(1 + CAPACITY + (int) accepted);
        }

        void idleWorkersEnd() {
            make(3);
            for (int i = 0; i < 3; i++) {
                send(this::stay);
            }
            expect(() -> visits() == 3, "a pool of 3 got 3 jobs, and does not run them at once");
            gate.open();
            comesAllTheSame(() -> false);
            Closer closer = new Closer(true);
            expect(closer::hasEnded, "three workers wait for a job, the pool is closed, and close does not return");
            closer.expectEnd(0);
        }

        void aJobCannotCloseItsPool() {
            make(2);
            List<Throwable> thrown = new CopyOnWriteArrayList<>();
            Runnable job = () -> {
                stay();
                Throwable refusal = catchThrowable(() -> use.end.accept(pool));
                thrown.add(requireNonNullElse(refusal, new Throwable("nothing")));
            };
            send(job);
            send(job);
            expect(() -> visits() == 2, "a pool of 2 got 2 jobs, and does not run both");
            gate.open();
            expect(() -> thrown.size() == 2, "two jobs close their own pool, and one waits for its own end");
            for (Throwable refusal : thrown) {
                hold(
                        refusal instanceof IllegalStateException,
                        "a job that closes its own pool should get an IllegalStateException, it got %s",
                        refusal);
            }
            Sender next = new Sender();
            expect(() -> ran.get() == 1, "a job could not close its own pool, and yet the pool runs no other");
            hold(next.thrown == null, "a job could not close its own pool, and yet the pool refuses another");
        }

        void aJobCanCloseAnotherPool() {
            ThreadPool another = use.make.apply(1);
            make(1);
            List<Optional<Throwable>> thrown = new CopyOnWriteArrayList<>();
            send(() -> thrown.add(Optional.ofNullable(catchThrowable(() -> use.end.accept(another)))));
            expect(() -> !thrown.isEmpty(), "a job closes a pool that is not its own, and waits for ever");
            thrown.get(0).ifPresent(e -> hold(false, "a job closed a pool that is not its own; close threw %s", e));
        }

        void nothingIsLostThoughManySendWhileItCloses() {
            for (int round = 0; round < ROUNDS; round++) {
                make(1);
                ran.set(0);
                AtomicInteger accepted = new AtomicInteger();
                // Two messages with the same job are two jobs all the same.
                Runnable job = this::count;
                CountDownLatch begun = new CountDownLatch(CAPACITY);
                List<Caller> senders = new ArrayList<>();
                for (int i = 0; i < SENDERS; i++) {
                    senders.add(new Caller(() -> {
                        while (catchThrowable(() -> send(job)) == null) {
                            accepted.incrementAndGet();
                            begun.countDown();
                        }
                    }));
                }
                expect(() -> begun.getCount() == 0, SENDERS + " senders send as fast as they can, and wait for ever");
                Closer closer = new Closer(false);
                expect(
                        () -> senders.stream().noneMatch(sender -> sender.thread.isAlive()),
                        "a pool was closed while " + SENDERS + " senders sent, and one of them still waits for room");
                closer.expectEnd();
                hold(
                        ran.get() >= accepted.get(),
                        "a pool was closed while %s senders sent; %s jobs were accepted, and %s ran",
                        SENDERS,
                        accepted,
                        ran);
                hold(
                        ran.get() <= accepted.get(),
                        "a pool was closed while %s senders sent; only %s jobs were accepted, and %s ran",
                        SENDERS,
                        accepted,
                        ran);
            }
        }

        private void make(int size) {
            pool = use.make.apply(size);
        }

        private void send(Runnable job) {
            use.send.accept(pool, job);
        }

        private void count() {
            ran.incrementAndGet();
        }

        /** A job that stays until the gate opens. */
        private void stay() {
            visitors.add(Thread.currentThread());
            gate.run();
        }

        /** The gate knows this too, but is slow to answer. */
        private int visits() {
            return visitors.size();
        }

        /** Keeps the only worker busy, and has as many jobs wait as there is room for. */
        private void fill() {
            make(1);
            CountDownLatch isBusy = new CountDownLatch(1);
            Runnable job = () -> {
                isBusy.countDown();
                stay();
                count();
            };
            Caller filler = new Caller(() -> {
                send(job);
                isBusy.await();
                for (int i = 0; i < CAPACITY; i++) {
                    send(job);
                }
            });
            expect(
                    () -> !filler.thread.isAlive(),
                    "fewer than " + CAPACITY + " jobs wait, and a sender has to wait for room");
        }

        private void expect(BooleanSupplier condition, String otherwise) {
            hold(comes(condition), otherwise);
        }

        private void expectNot(BooleanSupplier condition, String then) {
            hold(!comesAllTheSame(condition), then);
        }

        private void hold(boolean condition, String otherwise, Object... arguments) {
            String where = use.name.isEmpty() ? "" : use.name + ": ";
            assertThat(condition).withFailMessage(where + otherwise, arguments).isTrue();
        }

        /** Somebody who sends a job that counts itself. */
        private final class Sender {
            private final Caller caller;
            private volatile Throwable thrown;
            private volatile boolean isInterrupted;

            Sender() {
                this(false);
            }

            Sender(boolean isInterruptedBefore) {
                caller = new Caller(() -> {
                    if (isInterruptedBefore) {
                        Thread.currentThread().interrupt();
                    }
                    thrown = catchThrowable(() -> send(Trial.this::count));
                    isInterrupted = Thread.interrupted();
                });
            }

            boolean hasEnded() {
                return !caller.thread.isAlive();
            }

            void assertRefused(String why) {
                hold(
                        thrown instanceof RejectedExecutionException,
                        "a sender %s, and should get a RejectedExecutionException; it got %s",
                        why,
                        requireNonNullElse(thrown, "none"));
            }

            void assertInterrupted(String why) {
                assertRefused(why);
                hold(isInterrupted, "a sender %s and was refused; its interrupt flag should still be set", why);
            }
        }

        /** Somebody who closes the pool, is interrupted before or while it waits, and then looks round. */
        private final class Closer {
            private final List<Thread> workers = List.copyOf(visitors);
            private final Caller caller;
            private volatile Throwable thrown;
            private volatile int done;
            private volatile boolean isInterrupted;
            private volatile boolean isWorkerAlive;

            Closer(boolean isInterruptedBefore) {
                caller = new Caller(() -> {
                    if (isInterruptedBefore) {
                        Thread.currentThread().interrupt();
                    }
                    thrown = catchThrowable(() -> use.end.accept(pool));
                    done = ran.get();
                    isWorkerAlive = workers.stream().anyMatch(Thread::isAlive);
                    isInterrupted = Thread.interrupted();
                });
            }

            boolean hasEnded() {
                return !caller.thread.isAlive();
            }

            void expectEnd() {
                expect(this::hasEnded, "all jobs have run, and close does not return");
                hold(thrown == null, "close threw %s", thrown);
            }

            void expectEnd(int jobs) {
                expectEnd();
                hold(done == jobs, "%s jobs were accepted, and close has returned when %s had run", jobs, done);
                hold(!isWorkerAlive, "close has returned, and a worker has not ended");
                hold(
                        isInterrupted,
                        "a thread that closes was interrupted; its interrupt flag should be set after close");
            }
        }
    }

    private static String it(Throwable thrown) {
        return thrown == null ? "nothing refused it" : "it got " + thrown;
    }

    void assertComes(String otherwise, BooleanSupplier condition) {
        assertThat(comes(condition)).withFailMessage(otherwise).isTrue();
    }

    /** Waits until a condition holds; returns false if nobody is left who could bring it about. */
    boolean comes(BooleanSupplier condition) {
        return comes(condition, LOOKS, MANY_LOOKS, Integer.MAX_VALUE);
    }

    /** For what should not come. */
    boolean comesAllTheSame(BooleanSupplier condition) {
        return comes(condition, FEWER_LOOKS, FEWER_LOOKS, MANY_LOOKS);
    }

    /** For what should not come, where somebody waits for a time: within a few seconds. */
    boolean comesInTime(BooleanSupplier condition) {
        return comes(condition, MANY_LOOKS, MANY_LOOKS, 3 * MANY_LOOKS);
    }

    /** Looks until so many times in a row nobody could do anything, or nobody before a time is over; or so many times. */
    private boolean comes(BooleanSupplier condition, int atRest, int asleep, int all) {
        int looksAtRest = 0;
        int looksAsleep = 0;
        for (int looks = -QUICK_LOOKS; !condition.getAsBoolean(); looks++) {
            Set<Thread.State> states = states();
            boolean isAsleep = looks >= 0 && !states.contains(RUNNABLE);
            looksAsleep = isAsleep ? looksAsleep + 1 : 0;
            looksAtRest = isAsleep && !states.contains(TIMED_WAITING) ? looksAtRest + 1 : 0;
            if (looksAtRest >= atRest || looksAsleep >= asleep || looks >= all) {
                return condition.getAsBoolean();
            }
            LockSupport.parkNanos(looks < 0 ? NANOS >> -looks : NANOS);
            if (Thread.interrupted()) {
                throw new IllegalStateException("The check takes too long");
            }
        }
        return true;
    }

    private static double load() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() / system.getAvailableProcessors();
    }

    /** The states of all threads of this test, but for those that look. */
    private Set<Thread.State> states() {
        Set<Thread.State> states = new HashSet<>();
        for (Thread thread : threads()) {
            if (!before.contains(thread) && !isOfALibrary(thread.getName())) {
                states.add(thread.getState());
            }
        }
        return states;
    }

    private static boolean isOfALibrary(String name) {
        return name.startsWith("junit-") || name.startsWith("awaitility-");
    }

    private static List<Thread> threads() {
        Thread[] threads = new Thread[2 * Thread.activeCount() + 10];
        return Arrays.asList(threads).subList(0, Thread.enumerate(threads));
    }
}
