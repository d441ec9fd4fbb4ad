package scheduler;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * The objects of a run that were found in the variables of its threads, and those to which these lead.
 * Each has a name that says what it is for, as no address is the same in two runs.
 */
final class Found {
    private static final String PACKAGE = "hello.";
    private static final String JOB = PACKAGE + "Job";

    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Set<Object> ours = Collections.newSetFromMap(new IdentityHashMap<>());
    private final SortedMap<Integer, Object> jobs = new TreeMap<>();
    private Queue<?> channel;

    /** Our objects, but no job. */
    List<Object> ours() {
        return ours.stream().filter(object -> !isJob(object)).toList();
    }

    SortedMap<Integer, Object> jobs() {
        return jobs;
    }

    /** Null if it has not been found. */
    Queue<?> channel() {
        return channel;
    }

    static boolean isOurs(Object object) {
        return object.getClass().getName().startsWith(PACKAGE)
                && !object.getClass().isHidden();
    }

    private static boolean isJob(Object object) {
        return object.getClass().getName().equals(JOB);
    }

    /** Looks again at what the objects lead to. */
    void renew() {
        new ArrayList<>(ours).forEach(this::findParts);
    }

    private void find(Object object) {
        boolean isQueue = object instanceof ArrayBlockingQueue || object instanceof ArrayDeque;
        if (isQueue && channel == null) {
            channel = (Queue<?>) object;
        }
        if (object != null && isOurs(object) && ours.add(object)) {
            if (isJob(object)) {
                jobs.put((Integer) Fields.get(object, "number"), object);
            }
            findParts(object);
        }
    }

    private void findParts(Object object) {
        for (Field field : Fields.of(object)) {
            Object value = Fields.get(object, field);
            if (value instanceof ArrayList) {
                // Not by an iterator, which would fail if a thread is adding something.
                for (Object element : (Object[]) Fields.get(value, "elementData")) {
                    find(element);
                }
            } else {
                find(value);
            }
        }
    }

    /** An object's name; for a text, a number or null, what it is. */
    String show(Object value) {
        boolean isPlain = value == null || value instanceof Number || value instanceof Boolean;
        return isPlain ? String.valueOf(value) : value instanceof String ? '"' + (String) value + '"' : name(value);
    }

    /** Remembers the object, too. */
    String name(Object object) {
        find(object);
        String known = names.get(object);
        if (known == null) {
            known = newName(object);
            names.put(object, known);
        }
        return known;
    }

    private String newName(Object object) {
        if (object instanceof Thread thread) {
            return thread.getName();
        }
        if (object == channel) {
            return "the channel";
        }
        Class<?> type = object.getClass();
        if (type.isHidden()) {
            return "a lambda";
        }
        if (!isOurs(object)) {
            return type.getSimpleName();
        }
        for (String id : List.of("number", "id")) {
            Field field = Fields.find(type, id);
            if (field != null && Fields.isFinal(field)) {
                return type.getSimpleName().toLowerCase(Locale.ROOT) + " " + Fields.get(object, field);
            }
        }
        return type.getSimpleName() + (type.isRecord() ? components(object) : "");
    }

    private String components(Object object) {
        List<String> components = Fields.of(object).stream()
                .map(field -> show(Fields.get(object, field)))
                .toList();
        return components.isEmpty() ? "" : "(" + String.join(", ", components) + ")";
    }
}
