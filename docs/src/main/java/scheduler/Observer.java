package scheduler;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks, in the program's own JVM, at what its threads share. It reads fields and calls nothing that
 * might wait, because a thread may have been stopped at any point.
 */
final class Observer {
    private static final String PACKAGE = "hello.";
    private static final String JOB = PACKAGE + "Job";
    static final String LINE = "\n";
    static final String CELL = "\t";
    static final String PRINTED = "printed\n";

    private final ThreadGroup group;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Set<Object> ours = Collections.newSetFromMap(new IdentityHashMap<>());
    private final SortedMap<Integer, Object> jobs = new TreeMap<>();
    private Queue<?> channel;

    Observer(ThreadGroup group) {
        this.group = group;
    }

    /** Calls an object by what it is for, and remembers it; no address is the same in two runs. */
    String name(Object object) {
        visit(object);
        String name = names.get(object);
        if (name == null) {
            name = newName(object);
            names.put(object, name);
        }
        return name;
    }

    private String newName(Object object) {
        if (object instanceof Thread thread) {
            return thread.getName();
        }
        Class<?> type = object.getClass();
        if (object == channel) {
            return "the channel";
        }
        if (type.isHidden() || type.isSynthetic()) {
            return "a lambda";
        }
        String simple = type.getSimpleName();
        if (object instanceof Throwable || !isOurs(type)) {
            return simple;
        }
        for (String id : List.of("number", "id")) {
            Field field = Waits.field(type, id);
            if (field != null && Modifier.isFinal(field.getModifiers())) {
                return simple.toLowerCase(java.util.Locale.ROOT) + " " + Waits.get(object, field);
            }
        }
        if (!type.isRecord()) {
            return simple;
        }
        List<String> parts = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                parts.add(show(Waits.get(object, field)));
            }
        }
        return parts.isEmpty() ? simple : simple + "(" + String.join(", ", parts) + ")";
    }

    private String show(Object value) {
        boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
        return isPlain ? String.valueOf(value) : value instanceof String ? '"' + (String) value + '"' : name(value);
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(PACKAGE) && !type.isHidden();
    }

    private void visit(Object object) {
        if (object instanceof ArrayBlockingQueue || object instanceof ArrayDeque) {
            channel = channel == null ? (Queue<?>) object : channel;
        }
        if (object == null || !isOurs(object.getClass()) || !ours.add(object)) {
            return;
        }
        if (isJob(object)) {
            jobs.put((Integer) Waits.get(object, "number"), object);
        }
        visitParts(object);
    }

    private static boolean isJob(Object object) {
        return object.getClass().getName().equals(JOB);
    }

    private void visitParts(Object object) {
        for (Field field : fields(object.getClass())) {
            Object value = Waits.get(object, field);
            if (value instanceof ArrayList<?> list) {
                list.forEach(this::visit);
            } else {
                visit(value);
            }
        }
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != null && isOurs(c); c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** The number of a thread, in the order in which they were started. */
    int number(Thread thread) {
        adopt();
        return threads.indexOf(thread);
    }

    private void adopt() {
        Thread[] all = new Thread[group.activeCount() + 10];
        List<Thread> found = new ArrayList<>();
        for (int i = 0, count = group.enumerate(all, false); i < count; i++) {
            if (!threads.contains(all[i])) {
                found.add(all[i]);
            }
        }
        found.sort(Comparator.comparing(Thread::getId));
        threads.addAll(found);
    }

    /** All that is shared, as lines that begin with a word for what they say. */
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
        new ArrayList<>(ours).forEach(this::visitParts);
        StringBuilder text = new StringBuilder();
        for (Thread thread : threads) {
            add(text, "thread", thread.getName(), thread.getState(), waitsFor(thread));
        }
        messages().forEach(message -> add(text, "message", message));
        jobs.forEach((number, job) -> add(text, "job", number, Waits.get(job, "runs"), Waits.get(job, "isAccepted")));
        List<String> hidden = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Object object : ours) {
            if (!isJob(object)) {
                look(object, shown, hidden);
            }
        }
        Collections.sort(shown);
        Collections.sort(hidden);
        shown.forEach(field -> add(text, "field", field));
        if (channel instanceof ArrayBlockingQueue) {
            hidden.add(Waits.queue(Waits.get(channel, "notEmpty")) + " " + Waits.queue(Waits.get(channel, "notFull")));
        }
        hidden.forEach(field -> add(text, "hidden", field));
        return text.toString();
    }

    private static void add(StringBuilder text, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : CELL).append(String.valueOf(cells[i]).replaceAll("[\t\n\r]", " "));
        }
        text.append(LINE);
    }

    private String waitsFor(Thread thread) {
        Object blocker = LockSupport.getBlocker(thread);
        String wish = Waits.wish(thread, blocker);
        if (wish.equals(Waits.SIGNAL) && channel instanceof ArrayBlockingQueue) {
            if (blocker == Waits.get(channel, "notEmpty")) {
                return "a message";
            }
            return blocker == Waits.get(channel, "notFull") ? "room in the channel" : wish;
        }
        return wish;
    }

    private List<String> messages() {
        if (channel == null) {
            return List.of();
        }
        boolean isBlocking = channel instanceof ArrayBlockingQueue;
        boolean isOurs = isOurs(channel.getClass());
        Object[] places = (Object[]) Waits.get(channel, isBlocking ? "items" : isOurs ? "places" : "elements");
        int first = (Integer) Waits.get(channel, isBlocking ? "takeIndex" : isOurs ? "first" : "head");
        List<String> messages = new ArrayList<>();
        // As whoever takes finds them: from the first on, until there is none.
        for (int i = 0; i < places.length && places[(first + i) % places.length] != null; i++) {
            messages.add(name(places[(first + i) % places.length]));
        }
        return messages;
    }

    private void look(Object object, List<String> shown, List<String> hidden) {
        for (Field field : fields(object.getClass())) {
            Object value = Waits.get(object, field);
            String start = name(object) + "." + field.getName() + " = ";
            if (value instanceof AtomicBoolean || value instanceof Number && !(value instanceof Integer)) {
                shown.add(start + value);
            } else if (value instanceof CountDownLatch latch) {
                shown.add(start + latch.getCount());
            } else if (value != null && value.getClass().isArray()) {
                hidden.add(start + elements(value));
            } else if (value instanceof Collection<?> && !(value instanceof Queue)) {
                hidden.add(start + ((Collection<?>) value).size());
            } else if (!Modifier.isFinal(field.getModifiers())) {
                shown.add(start + show(value));
            }
        }
    }

    private List<String> elements(Object array) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(show(Array.get(array, i)));
        }
        return elements;
    }
}
