package hello;

import hello.Message.NewJob;
import hello.Message.Terminate;
import java.util.concurrent.BlockingQueue;

/** One of the pool's threads: takes a job from the channel, runs it, takes the next. */
final class Worker {
    final int id;
    final Thread thread;
    private final BlockingQueue<Message> channel;
    private final Patience patience;
    private final ThreadPool pool;

    Worker(int id, BlockingQueue<Message> channel, Patience patience, ThreadPool pool) {
        this.id = id;
        this.channel = channel;
        this.patience = patience;
        this.pool = pool;
        this.thread = new Thread(this::run, "worker-" + id);
    }

    private void run() {
        while (true) {
            try {
                Message message = take();
                if (message instanceof NewJob newJob) {
                    System.out.println("Worker " + id + " got a job; executing.");
                    try {
                        newJob.job().run();
                    } finally {
                        pool.finished();
                    }
                } else if (message instanceof Terminate) {
                    System.out.println("Worker " + id + " was told to terminate.");
                    return;
                } else if (pool.dismiss(this)) {
                    System.out.println("Worker " + id + " had nothing to do; it ends.");
                    return;
                }
            } catch (Throwable e) {
                report(e);
            }
        }
    }

    private Message take() {
        while (true) {
            try {
                return patience.await(channel);
            } catch (InterruptedException e) {
                // A job left the thread's interrupt flag set; taking has cleared it.
            }
        }
    }

    /** An exception whose own message fails must not cost the worker either. */
    private void report(Throwable failure) {
        String start = "Worker " + id + ": a job failed: ";
        try {
            System.err.println(start + failure);
        } catch (Throwable e) {
            System.err.println(start + failure.getClass().getName());
        }
    }
}
