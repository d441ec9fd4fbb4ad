package hello;

import hello.Message.NewJob;
import hello.Message.Terminate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/** A channel for each kind of job. Those who take from it take from each in turn. */
final class FairChannel {
    private static final int CAPACITY = 1_024;

    private final Map<Kind, BlockingQueue<NewJob>> channels = new EnumMap<>(Kind.class);

    /** A permit for each job in the channels, and after the end for each who is told of it. */
    private final Semaphore messages = new Semaphore(0);

    private Kind lastKind = Kind.ROBOT; // guarded by this

    FairChannel() {
        for (Kind kind : Kind.values()) {
            channels.put(kind, new ArrayBlockingQueue<>(CAPACITY));
        }
    }

    /** Waits for room while there is none for this kind. */
    void put(Kind kind, NewJob job) throws InterruptedException {
        channels.get(kind).put(job);
        messages.release();
    }

    /** Takes a job back; returns false if somebody has taken it before. */
    synchronized boolean remove(Kind kind, NewJob job) {
        return channels.get(kind).remove(job);
    }

    /** No job follows. So many terminate messages may be taken, after all the jobs. */
    void end(int count) {
        messages.release(count);
    }

    /** Waits for a message; has the kind go first that did not the last time. */
    Message take() throws InterruptedException {
        messages.acquire();
        return next();
    }

    private synchronized Message next() {
        Kind other = lastKind == Kind.ROBOT ? Kind.VISITOR : Kind.ROBOT;
        Kind kind = channels.get(other).isEmpty() ? lastKind : other;
        NewJob job = channels.get(kind).poll();
        if (job == null) {
            return new Terminate();
        }
        lastKind = kind;
        return job;
    }
}
