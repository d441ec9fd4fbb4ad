package exercises;

import java.lang.Thread.State;
import java.util.List;
import java.util.Optional;

/**
 * A thread that was still there when a test hung.
 *
 * @param owner who has the lock that it waits for, or null
 * @param joined the thread whose end it waits for, if it waits for one
 */
record Waiter(String name, State state, List<StackTraceElement> stack, String owner, String joined) {
    /** Whether it runs code of the attempt or its check; others do not matter. */
    boolean isOurs() {
        return place().isPresent();
    }

    /** The thread, and what the check has called in it: "close, called by the test," or "worker-0". */
    String subject() {
        String called = "";
        for (StackTraceElement frame : stack) {
            if (isHelper(frame)
                    || frame.getFileName() != null && frame.getFileName().matches("Check.java|Promises.java")) {
                return called.isEmpty() ? name : called + ", called by " + name + ",";
            } else if (isAttempt(frame) && !frame.getMethodName().startsWith("lambda$")) {
                called = frame.getMethodName();
            }
        }
        return name;
    }

    /** What it does, and where: "waits for a message (Worker.java:38)". */
    String words() {
        return waits() + " (" + place().orElse("somewhere") + ")";
    }

    private String waits() {
        if (isIn("Gate", "run")) {
            return "runs a job that the check has not let end yet";
        } else if (isIn("Thread", "join")) {
            return "waits for " + joined + " to end";
        } else if (state == State.BLOCKED) {
            return "waits for a lock that " + owner + " has";
        } else if (isIn("\\w+Queue", "take|poll")) {
            return "waits for a message";
        } else if (isIn("\\w+Queue", "put|offer")) {
            return "waits for room in the channel";
        } else if (isIn("FutureTask|CompletableFuture", "get|join")) {
            return "waits for the result of a job";
        } else if (isIn("Thread", "sleep\\w*|yield|onSpinWait")) {
            return "keeps looking";
        } else if (isIn("CountDownLatch|CyclicBarrier|Phaser|Semaphore", "await\\w*|acquire\\w*")) {
            return "waits for others to get that far";
        } else if (isIn("Object|\\w+\\$ConditionObject", "wait0?|await\\w*")) {
            return "waits to be notified";
        } else if (isIn("\\w*Socket\\w*|Net", "read|accept|poll")) {
            return "waits for a client";
        } else if (owner != null) {
            return "waits for a lock that " + owner + " has";
        }
        return state == State.RUNNABLE ? "keeps running" : "waits";
    }

    /** Whether our code waits in a method of that name, of Java or of one of our helpers. */
    private boolean isIn(String type, String method) {
        return stack.stream()
                .takeWhile(frame -> !isAttempt(frame))
                .anyMatch(frame -> frame.getClassName().matches("([\\w.]+\\.)?(" + type + ")")
                        && frame.getMethodName().matches(method));
    }

    private Optional<String> place() {
        return stack.stream()
                .filter(Waiter::isAttempt)
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber());
    }

    /** Whether this is a line of an attempt or its check; a hidden frame has no file. */
    static boolean isAttempt(StackTraceElement frame) {
        return frame.getClassName().startsWith("hello.") && frame.getFileName() != null && !isHelper(frame);
    }

    private static boolean isHelper(StackTraceElement frame) {
        return frame.getFileName() != null
                && frame.getClassName().startsWith("hello.")
                && Checker.HELPERS.contains(frame.getFileName().replace(".java", ""));
    }
}
