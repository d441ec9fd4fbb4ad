package scheduler;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks, in the program's own JVM, at what its threads share. It calls nothing that might wait, because
 * a thread may have been stopped anywhere.
 */
final class Observer {
    static final String LINE = "\n";
    static final String CELL = "\t";
    static final String PRINTED = "printed\n";

    private final ThreadGroup group;
    private final List<Thread> threads = new ArrayList<>();
    private final Found found = new Found();

    Observer(ThreadGroup group) {
        this.group = group;
    }

    String name(Object object) {
        return found.name(object);
    }

    /** The number of a thread, in the order in which they were started. */
    int number(Thread thread) {
        adopt();
        return threads.indexOf(thread);
    }

    private void adopt() {
        Thread[] all = new Thread[group.activeCount() + 10];
        List<Thread> added = new ArrayList<>();
        for (int i = 0, count = group.enumerate(all, false); i < count; i++) {
            if (!threads.contains(all[i])) {
                added.add(all[i]);
            }
        }
        added.sort(Comparator.comparing(Thread::getId));
        threads.addAll(added);
    }

    /** All that is shared, as lines that begin with a word for what they say; {@link Look} reads it. */
    String look() {
        String last;
        String now = scan();
        do {
            last = now;
            now = scan();
        } while (!now.equals(last));
        return now;
    }

    private String scan() {
        adopt();
        found.renew();
        StringBuilder text = new StringBuilder();
        for (Thread thread : threads) {
            add(text, "thread", thread.getName(), thread.getState(), waitsFor(thread));
        }
        messages().forEach(message -> add(text, "message", message));
        found.jobs()
                .forEach((number, job) ->
                        add(text, "job", number, Fields.get(job, "runs"), Fields.get(job, "isAccepted")));
        List<String> shown = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        found.ours().forEach(object -> look(object, shown, hidden));
        if (found.channel() instanceof ArrayBlockingQueue<?> channel) {
            // The order in which those that wait will be woken.
            hidden.add(
                    Waits.queue(Fields.get(channel, "notEmpty")) + " " + Waits.queue(Fields.get(channel, "notFull")));
        }
        Collections.sort(shown);
        Collections.sort(hidden);
        shown.forEach(field -> add(text, "field", field));
        hidden.forEach(field -> add(text, "hidden", field));
        return text.toString();
    }

    private static void add(StringBuilder text, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : CELL)
                    .append(String.valueOf(cells[i]).replace('\n', ' ').replace('\t', ' '));
        }
        text.append(LINE);
    }

    private String waitsFor(Thread thread) {
        Object blocker = LockSupport.getBlocker(thread);
        String wish = Waits.wish(thread, blocker);
        if (wish.equals(Waits.SIGNAL) && found.channel() instanceof ArrayBlockingQueue<?> channel) {
            if (blocker == Fields.get(channel, "notEmpty")) {
                return "a message";
            }
            return blocker == Fields.get(channel, "notFull") ? "room in the channel" : wish;
        }
        return wish;
    }

    private List<String> messages() {
        Queue<?> channel = found.channel();
        if (channel == null) {
            return List.of();
        }
        boolean isBlocking = channel instanceof ArrayBlockingQueue;
        boolean isOurs = Found.isOurs(channel);
        Object[] places = (Object[]) Fields.get(channel, isBlocking ? "items" : isOurs ? "places" : "elements");
        int first = (Integer) Fields.get(channel, isBlocking ? "takeIndex" : isOurs ? "first" : "head");
        List<String> messages = new ArrayList<>();
        // As whoever takes finds them: from the first on, until there is none.
        for (int i = 0; i < places.length && places[(first + i) % places.length] != null; i++) {
            messages.add(found.name(places[(first + i) % places.length]));
        }
        return messages;
    }

    private void look(Object object, List<String> shown, List<String> hidden) {
        for (Field field : Fields.of(object)) {
            Object value = Fields.get(object, field);
            String start = found.name(object) + "." + field.getName() + " = ";
            boolean isHolder = value instanceof AtomicBoolean || value instanceof Number && !(value instanceof Integer);
            if (value instanceof CountDownLatch latch) {
                shown.add(start + latch.getCount());
            } else if (value != null && value.getClass().isArray()) {
                hidden.add(start + elements(value));
            } else if (value instanceof ArrayList<?> all) {
                hidden.add(start + all.size());
            } else if (isHolder || !Fields.isFinal(field)) {
                shown.add(start + (isHolder ? value : found.show(value)));
            }
        }
    }

    private List<String> elements(Object array) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(found.show(Array.get(array, i)));
        }
        return elements;
    }
}
