package hello;

import hello.Message.NewJob;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntConsumer;

/**
 * One of the pool's threads: takes a job from the channel, runs it, takes the next.
 * It dies of an {@link Error} that a job throws.
 */
final class Worker {
    final int id;
    final Thread thread;
    private final BlockingQueue<Message> channel;
    private final IntConsumer onDeath;

    /** @param onDeath is told the id as the last thing that a worker does which dies */
    Worker(int id, BlockingQueue<Message> channel, IntConsumer onDeath) {
        this.id = id;
        this.channel = channel;
        this.onDeath = onDeath;
        this.thread = new Thread(this::run, "worker-" + id);
    }

    private void run() {
        while (true) {
            try {
                Message message = take();
                if (message instanceof NewJob newJob) {
                    System.out.println("Worker " + id + " got a job; executing.");
                    newJob.job().run();
                } else {
                    System.out.println("Worker " + id + " was told to terminate.");
                    return;
                }
            } catch (Exception e) {
                report(e);
            } catch (Throwable e) {
                report(e);
                onDeath.accept(id);
                return;
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
