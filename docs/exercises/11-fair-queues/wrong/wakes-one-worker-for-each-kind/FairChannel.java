package hello;

import hello.Message.NewJob;
import hello.Message.Terminate;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;

/** A channel for each kind of job. Those who take from it take from each in turn. */
final class FairChannel {
    private static final int CAPACITY = 1_024;

    private final Map<Kind, Queue<NewJob>> channels = new EnumMap<>(Kind.class);
    private Kind lastKind = Kind.ROBOT; // guarded by this
    private boolean isEnded; // guarded by this

    FairChannel() {
        for (Kind kind : Kind.values()) {
            channels.put(kind, new ArrayDeque<>(CAPACITY));
        }
    }

    /** Waits for room while there is none for this kind. */
    synchronized void put(Kind kind, NewJob job) throws InterruptedException {
        throwIfInterrupted();
        while (channels.get(kind).size() == CAPACITY) {
            wait();
        }
        channels.get(kind).add(job);
        notify();
    }

    /** No job follows. Terminate messages may be taken, after all the jobs. */
    synchronized void end(int count) {
        isEnded = true;
        for (int i = 0; i < Kind.values().length; i++) {
            notify();
        }
    }

    /** Waits for a message; has the kind go first that did not the last time. */
    synchronized Message take() throws InterruptedException {
        throwIfInterrupted();
        while (true) {
            Kind other = lastKind == Kind.ROBOT ? Kind.VISITOR : Kind.ROBOT;
            Kind kind = channels.get(other).isEmpty() ? lastKind : other;
            NewJob job = channels.get(kind).poll();
            if (job != null) {
                lastKind = kind;
                notify();
                return job;
            }
            if (isEnded) {
                return new Terminate();
            }
            wait();
        }
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
