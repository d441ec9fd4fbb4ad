package hello;

import java.util.Deque;

/** One of the pool's threads: takes a job from the channel, runs it, takes the next. */
final class Worker {
    final int id;
    final Thread thread;
    private final Deque<Runnable> channel;

    Worker(int id, Deque<Runnable> channel) {
        this.id = id;
        this.channel = channel;
        this.thread = new Thread(this::run, "worker-" + id);
    }

    private void run() {
        while (true) {
            Runnable job;
            synchronized (channel) {
                job = channel.poll();
            }
            if (job != null) {
                job.run();
            }
        }
    }
}
