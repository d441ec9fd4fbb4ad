package hello;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** How long a worker waits for a message; a test decides that as it likes. */
interface Patience {
    /** Returns the next message, or null if none has come in time. */
    Message await(BlockingQueue<Message> channel) throws InterruptedException;

    static Patience of(Duration limit) {
        return channel -> channel.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
