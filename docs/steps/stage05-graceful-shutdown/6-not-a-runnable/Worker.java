package hello;

import java.util.concurrent.BlockingQueue;

/** One of the pool's threads: takes a job from the channel, runs it, takes the next. */
final class Worker {
    final int id;
    final Thread thread;
    private final BlockingQueue<Message> channel;

    Worker(int id, BlockingQueue<Message> channel) {
        this.id = id;
        this.channel = channel;
        this.thread = new Thread(this::run, "worker-" + id);
    }

    private void run() {
        while (true) {
            try {
                Message message = take();
                if (message instanceof Runnable job) {
                    System.out.println("Worker " + id + " got a job; executing.");
                    job.run();
                }
            } catch (Throwable e) {
                report(e);
            }
        }
    }

    private Message take() {
        while (true) {
            try {
                return channel.take();
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
