package hello;

import java.util.concurrent.BlockingQueue;

/** One of the pool's threads: takes a job from the channel, runs it, takes the next. */
final class Worker {
    final int id;
    final Thread thread;
    private final BlockingQueue<Runnable> channel;

    Worker(int id, BlockingQueue<Runnable> channel) {
        this.id = id;
        this.channel = channel;
        this.thread = new Thread(this::run, "worker-" + id);
    }

    private void run() {
        while (true) {
            Runnable job = channel.take();
            System.out.println("Worker " + id + " got a job; executing.");
            job.run();
        }
    }
}
