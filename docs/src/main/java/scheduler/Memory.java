package scheduler;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.BooleanValue;
import com.sun.jdi.Field;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the threads of a run share: the channel, the jobs and the fields of our objects. */
final class Memory {
    private static final Set<String> HOLDERS = Set.of(
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong");
    private static final String CHANNEL = "java.util.concurrent.ArrayBlockingQueue";
    private static final String JOB = "hello.Job";

    private final Names names;
    private final SortedMap<Integer, ObjectReference> jobs = new TreeMap<>();
    private ObjectReference channel;

    private final Set<ObjectReference> visited = new HashSet<>();
    private final List<String> fields = new ArrayList<>();

    Memory(Names names) {
        this.names = names;
    }

    State.Shared look(List<Actor> actors) {
        visited.clear();
        fields.clear();
        for (Actor actor : actors) {
            actor.roots.forEach(this::visit);
        }
        List<String> locks = new ArrayList<>();
        for (Actor actor : actors) {
            for (ObjectReference monitor : actor.monitors) {
                if (monitor.equals(channel) || Names.isOurs(monitor.referenceType())) {
                    locks.add(actor.name + " holds " + lock(monitor));
                }
            }
        }
        List<State.Task> tasks = new ArrayList<>();
        jobs.forEach((number, job) -> tasks.add(task(number, job)));
        return new State.Shared(messages(), List.copyOf(locks), tasks, List.copyOf(fields), waiters());
    }

    String lock(ObjectReference monitor) {
        return "the lock of " + (monitor.equals(channel) ? "the channel" : names.of(monitor));
    }

    private static State.Task task(int number, ObjectReference job) {
        ReferenceType type = job.referenceType();
        Map<Field, Value> values = job.getValues(List.of(type.fieldByName("runs"), type.fieldByName("isAccepted")));
        return new State.Task(
                number,
                ((IntegerValue) values.get(type.fieldByName("runs"))).value(),
                ((BooleanValue) values.get(type.fieldByName("isAccepted"))).value());
    }

    private void visit(ObjectReference object) {
        ReferenceType type = object.referenceType();
        if (isQueue(type)) {
            keepChannel(object);
        } else if (type.name().equals("java.util.ArrayList")) {
            if (visited.add(object)) {
                elements(object).forEach(this::visit);
            }
        } else if (Names.isOurs(type) && visited.add(object)) {
            if (type.name().equals(JOB)) {
                keepJob(object);
            } else {
                visitFields(object, type);
            }
        }
    }

    private void visitFields(ObjectReference object, ReferenceType type) {
        List<Field> all = type.allFields().stream()
                .filter(field -> !field.isStatic() && Names.isOurs(field.declaringType()))
                .toList();
        Map<Field, Value> values = object.getValues(all);
        for (Field field : all) {
            Value value = values.get(field);
            if (value instanceof ObjectReference other) {
                if (HOLDERS.contains(other.referenceType().name())) {
                    fields.add(names.of(object) + "." + field.name() + " = " + held(other));
                } else if (!field.isFinal()) {
                    fields.add(names.of(object) + "." + field.name() + " = " + names.of(other));
                    visit(other);
                } else if (!(other instanceof ThreadReference)) {
                    visit(other);
                }
            } else if (!field.isFinal()) {
                fields.add(names.of(object) + "." + field.name() + " = " + names.of(value));
            }
        }
    }

    private static String held(ObjectReference holder) {
        Value value = holder.getValue(holder.referenceType().fieldByName("value"));
        boolean isBoolean = holder.referenceType().name().endsWith("Boolean");
        return isBoolean ? String.valueOf(((IntegerValue) value).value() == 1) : value.toString();
    }

    private static boolean isQueue(ReferenceType type) {
        return type.name().equals(CHANNEL) || Names.isA(type, "java.util.ArrayDeque");
    }

    private void keepChannel(ObjectReference queue) {
        if (channel == null) {
            channel = queue;
            queue.disableCollection();
        }
    }

    private void keepJob(ObjectReference job) {
        int number = ((IntegerValue) job.getValue(job.referenceType().fieldByName("number"))).value();
        if (jobs.put(number, job) == null) {
            job.disableCollection();
        }
    }

    private static List<ObjectReference> elements(ObjectReference list) {
        ReferenceType type = list.referenceType();
        Map<Field, Value> values = list.getValues(List.of(type.fieldByName("elementData"), type.fieldByName("size")));
        ArrayReference array = (ArrayReference) values.get(type.fieldByName("elementData"));
        int size = ((IntegerValue) values.get(type.fieldByName("size"))).value();
        List<ObjectReference> elements = new ArrayList<>();
        for (Value value : size == 0 ? List.<Value>of() : array.getValues(0, size)) {
            if (value instanceof ObjectReference object) {
                elements.add(object);
            }
        }
        return elements;
    }

    private List<String> messages() {
        if (channel == null) {
            return List.of();
        }
        ReferenceType type = channel.referenceType();
        boolean isBlocking = type.name().equals(CHANNEL);
        String array = isBlocking ? "items" : type.fieldByName("places") != null ? "places" : "elements";
        String first = isBlocking ? "takeIndex" : type.fieldByName("places") != null ? "first" : "head";
        Map<Field, Value> values = channel.getValues(List.of(type.fieldByName(array), type.fieldByName(first)));
        List<Value> all = ((ArrayReference) values.get(type.fieldByName(array))).getValues();
        int start = ((IntegerValue) values.get(type.fieldByName(first))).value();
        List<String> messages = new ArrayList<>();
        // As whoever takes finds them: from the first on, until there is none.
        for (int i = 0; i < all.size() && all.get((start + i) % all.size()) != null; i++) {
            Value message = all.get((start + i) % all.size());
            messages.add(names.of(message));
            visit((ObjectReference) message);
        }
        return messages;
    }

    /** Those that wait at the channel, in the order in which they will be woken. */
    private String waiters() {
        if (channel == null || !channel.referenceType().name().equals(CHANNEL)) {
            return "";
        }
        return Waits.queue(condition("notEmpty")) + " " + Waits.queue(condition("notFull"));
    }

    private ObjectReference condition(String name) {
        return (ObjectReference) channel.getValue(channel.referenceType().fieldByName(name));
    }

    /** What a thread waits for that waits for this condition. */
    String wish(ObjectReference condition) {
        if (channel != null && channel.referenceType().name().equals(CHANNEL)) {
            if (condition.equals(condition("notEmpty"))) {
                return "a message";
            }
            if (condition.equals(condition("notFull"))) {
                return "room in the channel";
            }
        }
        return "a signal";
    }
}
