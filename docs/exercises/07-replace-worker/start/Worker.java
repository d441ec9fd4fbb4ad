package hello;

import hello.Message.NewJob;
import java.util.concurrent.BlockingQueue;

/**
 * One of the pool's threads: takes a job from the channel, runs it, takes the next.
 * It dies of an {@link Error} that a job throws.
 */
final class Worker {
    final int id;
    final Thread thread;
    private final BlockingQueue<Message> channel;

    Worker(int id, BlockingQueue<Message> channel) {
        this.id = id;
        this.thread = new Thread(this::run, "worker-" + id);
        this.channel = channel;
    }

    private void run() {
        while (true) {
            try {
                Message message = channel.take();
                if (message instanceof NewJob newJob) {
                    System.out.println("Worker " + id + " got a job; executing.");
                    newJob.job().run();
                } else {
                    System.out.println("Worker " + id + " was told to terminate.");
                    return;
                }
            } catch (InterruptedException e) {
                // A job left the thread's interrupt flag set; taking has cleared it.
            } catch (Exception e) {
                report(e);
            } catch (Throwable e) {
                report(e);
                return;
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
