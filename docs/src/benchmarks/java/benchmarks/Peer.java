package benchmarks;

import hello.PublicPool;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The pools that are compared. Each has four threads, except the last. */
public enum Peer {
    /** Stage 05's, as it is. */
    THIS("this pool") {
        @Override
        Pool open() {
            return new PublicPool(SIZE);
        }
    },

    /** The JDK's, with the same queue; a full one makes the submitter wait here too. */
    EXECUTOR("ThreadPoolExecutor") {
        @Override
        Pool open() {
            return new JdkPool(new BoundedExecutor());
        }
    },

    /** The same, and it says of each job what this pool says of it. */
    TALKING_EXECUTOR("ThreadPoolExecutor, with the line") {
        @Override
        Pool open() {
            return new JdkPool(new BoundedExecutor() {
                @Override
                protected void beforeExecute(Thread worker, Runnable job) {
                    System.out.println("Worker " + worker.getName() + " got a job; executing.");
                }
            });
        }
    },

    /** Its queues have no bound. */
    FORK_JOIN_POOL("ForkJoinPool") {
        @Override
        Pool open() {
            return new JdkPool(new ForkJoinPool(SIZE));
        }
    },

    /** A thread for each job, on as many carriers as there are processors. */
    VIRTUAL_THREADS("virtual threads") {
        @Override
        Pool open() throws ReflectiveOperationException {
            String factory = "newVirtualThreadPerTaskExecutor";
            return new JdkPool(
                    (ExecutorService) Executors.class.getMethod(factory).invoke(null));
        }

        @Override
        boolean isAvailable() {
            return Runtime.version().feature() >= 21;
        }
    };

    private static final int SIZE = 4;
    private static final int CAPACITY = 1_024;

    private final String title;

    Peer(String title) {
        this.title = title;
    }

    abstract Pool open() throws ReflectiveOperationException;

    /** Whether the JDK that runs this has it. */
    boolean isAvailable() {
        return true;
    }

    @Override
    public String toString() {
        return title;
    }

    private static class BoundedExecutor extends ThreadPoolExecutor {
        BoundedExecutor() {
            super(SIZE, SIZE, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(CAPACITY));
            setRejectedExecutionHandler(BoundedExecutor::put);
            prestartAllCoreThreads();
        }

        private static void put(Runnable job, ThreadPoolExecutor executor) {
            try {
                executor.getQueue().put(job);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RejectedExecutionException("Interrupted", e);
            }
        }
    }
}
