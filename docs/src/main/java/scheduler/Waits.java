package scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Whether a thread waits, and for what. Its state is not enough: for some time after it has been woken
 * it still says that it waits. So this looks into the object at which it waits.
 */
final class Waits {
    static final String SIGNAL = "a signal";
    /** For what only the debugger can tell. */
    static final String UNKNOWN = "?";

    private static final int IN_CONDITION = 2;

    private Waits() {}

    /** What this thread waits for, in words; empty if it goes on, or will soon. */
    static String wish(Thread thread, Object blocker) {
        Thread.State state = thread.getState();
        if (state != Thread.State.WAITING) {
            return state == Thread.State.BLOCKED || state == Thread.State.TIMED_WAITING ? UNKNOWN : "";
        }
        if (blocker instanceof AbstractOwnableSynchronizer && !isShared(blocker)) {
            Object owner = Fields.get(blocker, "exclusiveOwnerThread");
            return owner == null ? "" : "a lock, which " + ((Thread) owner).getName() + " holds";
        }
        if (thread.isInterrupted()) {
            return "";
        }
        if (blocker instanceof AbstractQueuedSynchronizer.ConditionObject) {
            return queue(blocker).contains(thread.getName()) ? SIGNAL : "";
        }
        if (blocker instanceof AbstractQueuedSynchronizer) {
            boolean isLatch = blocker.getClass().getEnclosingClass() == CountDownLatch.class;
            boolean isClosed = (Integer) Fields.get(blocker, "state") != 0;
            return isLatch == isClosed ? (isLatch ? "the latch" : "a permit") : "";
        }
        if (blocker instanceof FutureTask<?> task) {
            return task.isDone() ? "" : "a result";
        }
        return UNKNOWN;
    }

    private static boolean isShared(Object blocker) {
        Class<?> outer = blocker.getClass().getEnclosingClass();
        return outer == CountDownLatch.class || outer == Semaphore.class;
    }

    /** The threads that wait for a condition and have not been woken, the first one first. */
    static List<String> queue(Object condition) {
        List<String> threads = new ArrayList<>();
        for (Object node = Fields.get(condition, "firstWaiter"); node != null; node = Fields.get(node, "nextWaiter")) {
            boolean isIn = ((Integer) Fields.get(node, "status") & IN_CONDITION) != 0;
            if (isIn && Fields.get(node, "waiter") instanceof Thread thread) {
                threads.add(thread.getName());
            }
        }
        return threads;
    }
}
