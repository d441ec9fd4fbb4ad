package hello;

import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** What threads do to a pool at the same time. Each must hold in whatever order they do it. */
public enum Scenario implements Runnable {
    EXECUTE_AGAINST_EXECUTE {
        @Override
        public void run() {
            ThreadPool pool = new ThreadPool(1);
            AtomicInteger ran = new AtomicInteger();
            Thread other = start(() -> pool.execute(ran::incrementAndGet));
            pool.execute(ran::incrementAndGet);
            join(other);
            pool.close();
            check(ran.get() == 2, "a job is lost");
        }
    },

    EXECUTE_AGAINST_CLOSE {
        @Override
        public void run() {
            ThreadPool pool = new ThreadPool(1);
            AtomicInteger accepted = new AtomicInteger();
            AtomicInteger ran = new AtomicInteger();
            Thread other = start(() -> {
                try {
                    pool.execute(ran::incrementAndGet);
                    accepted.incrementAndGet();
                } catch (RejectedExecutionException e) {
                    // The pool was closed first.
                }
            });
            pool.close();
            join(other);
            check(ran.get() == accepted.get(), "a job is lost");
        }
    },

    /** Only their messages tell the two jobs from one another. */
    SAME_JOB_AGAINST_CLOSE {
        @Override
        public void run() {
            ThreadPool pool = new ThreadPool(1);
            AtomicInteger accepted = new AtomicInteger(1);
            AtomicInteger ran = new AtomicInteger();
            Runnable job = ran::incrementAndGet;
            pool.execute(job);
            Thread other = start(() -> {
                try {
                    pool.execute(job);
                    accepted.incrementAndGet();
                } catch (RejectedExecutionException e) {
                    // The pool was closed first.
                }
            });
            pool.close();
            join(other);
            check(ran.get() == accepted.get(), "a job is lost");
        }
    },

    CLOSE_AGAINST_CLOSE {
        @Override
        public void run() {
            ThreadPool pool = new ThreadPool(2);
            AtomicInteger ran = new AtomicInteger();
            pool.execute(ran::incrementAndGet);
            Thread other = start(pool::close);
            pool.close();
            for (Worker worker : pool.workers) {
                check(!worker.thread.isAlive(), "a worker outlives close");
            }
            check(ran.get() == 1, "a job is lost");
            join(other);
        }
    };

    private static Thread start(Runnable actions) {
        Thread thread = new Thread(actions);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(boolean holds, String fault) {
        if (!holds) {
            throw new AssertionError(fault);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
