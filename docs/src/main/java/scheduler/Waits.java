package scheduler;

import com.sun.jdi.BooleanValue;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a thread waits, and for what. A thread's status is not enough: for some time after it has
 * been woken it still says that it waits. So this looks at what it waits for.
 */
final class Waits {
    private static final String AQS = "java.util.concurrent.locks.AbstractQueuedSynchronizer";
    private static final String CONDITION = AQS + "$ConditionObject";
    private static final String FUTURE = "java.util.concurrent.FutureTask";
    private static final int IN_CONDITION = 2;
    private static final long STABLE_NANOS = 50_000_000;

    private final Memory memory;
    private final List<Actor> actors;

    Waits(Memory memory, List<Actor> actors) {
        this.memory = memory;
        this.actors = actors;
    }

    /** What this thread waits for, in words; empty if it goes on, or will soon. */
    String of(Actor actor, int status) throws IncompatibleThreadStateException {
        if (status == ThreadReference.THREAD_STATUS_MONITOR) {
            return monitor(actor);
        }
        if (status != ThreadReference.THREAD_STATUS_WAIT) {
            return "";
        }
        ThreadReference thread = actor.thread;
        ObjectReference blocker = (ObjectReference) thread.getValue(field(thread, "parkBlocker"));
        if (blocker == null) {
            return join(actor);
        }
        ReferenceType type = blocker.referenceType();
        if (type.name().equals(CONDITION)) {
            return !isInterrupted(thread) && queue(blocker).contains(thread.name()) ? memory.wish(blocker) : "";
        }
        if (Names.isA(type, AQS)) {
            return synchronizer(thread, blocker, type);
        }
        if (Names.isA(type, FUTURE)) {
            return !isInterrupted(thread) && number(blocker, "state") <= 1 ? "a result" : "";
        }
        return actor.isStable(STABLE_NANOS) ? "something" : "";
    }

    static boolean isInterrupted(ThreadReference thread) {
        return ((BooleanValue) thread.getValue(field(thread, "interrupted"))).value();
    }

    private static Field field(ObjectReference object, String name) {
        return object.referenceType().fieldByName(name);
    }

    private static int number(ObjectReference object, String field) {
        return ((IntegerValue) object.getValue(field(object, field))).value();
    }

    /** The threads that wait for a condition and have not been woken, the first one first. */
    static List<String> queue(ObjectReference condition) {
        List<String> threads = new ArrayList<>();
        ObjectReference node = (ObjectReference) condition.getValue(field(condition, "firstWaiter"));
        while (node != null) {
            Field status = field(node, "status");
            Field waiter = field(node, "waiter");
            Field next = field(node, "nextWaiter");
            Map<Field, Value> values = node.getValues(List.of(status, waiter, next));
            boolean isIn = (((IntegerValue) values.get(status)).value() & IN_CONDITION) != 0;
            if (isIn && values.get(waiter) instanceof ThreadReference thread) {
                threads.add(thread.name());
            }
            node = (ObjectReference) values.get(next);
        }
        return threads;
    }

    private static String synchronizer(ThreadReference thread, ObjectReference blocker, ReferenceType type) {
        if (type.name().contains("Semaphore")) {
            return !isInterrupted(thread) && number(blocker, "state") == 0 ? "a permit" : "";
        }
        if (type.name().contains("CountDownLatch")) {
            return !isInterrupted(thread) && number(blocker, "state") != 0 ? "the latch" : "";
        }
        ThreadReference owner = (ThreadReference) blocker.getValue(field(blocker, "exclusiveOwnerThread"));
        return owner == null ? "" : "a lock that " + owner.name() + " holds";
    }

    private String monitor(Actor actor) throws IncompatibleThreadStateException {
        actor.thread.suspend();
        ObjectReference monitor;
        try {
            monitor = actor.thread.currentContendedMonitor();
        } finally {
            actor.thread.resume();
        }
        for (Actor other : actors) {
            if (other != actor && other.monitors.contains(monitor)) {
                return memory.lock(monitor) + ", which " + other.name + " holds";
            }
        }
        return "";
    }

    private String join(Actor actor) throws IncompatibleThreadStateException {
        actor.thread.suspend();
        try {
            for (StackFrame frame : actor.thread.frames()) {
                boolean isJoin = frame.location().method().name().equals("join");
                if (isJoin && frame.thisObject() instanceof ThreadReference other) {
                    boolean hasEnded = other.status() == ThreadReference.THREAD_STATUS_ZOMBIE;
                    return hasEnded || isInterrupted(actor.thread) ? "" : "the end of " + other.name();
                }
            }
        } finally {
            actor.thread.resume();
        }
        return actor.isStable(STABLE_NANOS) ? "a notification" : "";
    }
}
