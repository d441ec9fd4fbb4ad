package hello;

import hello.Message.NewJob;
import hello.Message.Terminate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The pool as one would write it first: a single loop sends the messages and joins. */
final class SingleLoopPool {
    final List<Worker> workers = new ArrayList<>();
    final BlockingQueue<Message> channel = new ArrayBlockingQueue<>(1_024);

    SingleLoopPool(int size) {
        for (int id = 0; id < size; id++) {
            Worker worker = new Worker(id, channel);
            worker.thread.start();
            workers.add(worker);
        }
    }

    void execute(Runnable job) {
        channel.add(new NewJob(job));
    }

    void close() throws InterruptedException {
        for (Worker worker : workers) {
            channel.add(new Terminate());
            // Who says that this worker takes the message?
            worker.thread.join();
        }
    }
}
