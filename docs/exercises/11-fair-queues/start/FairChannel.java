package hello;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The channel from the senders to the workers; so far, one for both kinds of job. */
final class FairChannel {
    private static final int CAPACITY = 1_024;

    private final BlockingQueue<Message> channel = new ArrayBlockingQueue<>(CAPACITY);

    /** Waits for room while there is none for this kind. */
    void put(Kind kind, Message message) throws InterruptedException {
        channel.put(message);
    }

    /** Takes a message back; returns false if somebody has taken it before. */
    boolean remove(Kind kind, Message message) {
        return channel.remove(message);
    }

    /** Waits for a message. */
    Message take() throws InterruptedException {
        return channel.take();
    }
}
