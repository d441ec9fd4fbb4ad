package scheduler;

import com.sun.jdi.ClassType;
import com.sun.jdi.Field;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import ground.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How values are called: by what they are for, as no address is the same in two runs. */
final class Names {
    private static final String PACKAGE = "hello.";
    private static final Pattern FOR_EACH = Pattern.compile("\\s*for \\(.* : .*");

    private final Sources sources;
    private final Map<ObjectReference, String> names = new HashMap<>();

    Names(Sources sources) {
        this.sources = sources;
    }

    boolean isLoopOverElements(String file, int line) {
        List<String> lines = sources.lines(file);
        return line <= lines.size() && FOR_EACH.matcher(lines.get(line - 1)).matches();
    }

    static boolean isOurs(ReferenceType type) {
        return type.name().startsWith(PACKAGE) && !isLambda(type);
    }

    static boolean isA(ReferenceType type, String name) {
        for (ClassType c = type instanceof ClassType start ? start : null; c != null; c = c.superclass()) {
            if (c.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLambda(ReferenceType type) {
        return type.name().contains("$$Lambda");
    }

    String of(Value value) {
        if (value instanceof StringReference string) {
            return '"' + string.value() + '"';
        }
        if (value instanceof ObjectReference object) {
            String known = names.get(object);
            if (known == null) {
                known = name(object);
                names.put(object, known);
            }
            return known;
        }
        return String.valueOf(value);
    }

    private String name(ObjectReference object) {
        ReferenceType type = object.referenceType();
        if (object instanceof ThreadReference thread) {
            return thread.name();
        }
        if (isLambda(type)) {
            return "a lambda";
        }
        String simple = type.name().replaceFirst(".*[.$]", "");
        if (!isOurs(type)) {
            return simple;
        }
        for (String id : List.of("number", "id")) {
            Field field = type.fieldByName(id);
            if (field != null && field.isFinal()) {
                return simple.toLowerCase(Locale.ROOT) + " " + object.getValue(field);
            }
        }
        if (!isA(type, "java.lang.Record")) {
            return simple;
        }
        List<String> components = new ArrayList<>();
        for (Field field : type.fields()) {
            if (!field.isStatic()) {
                components.add(of(object.getValue(field)));
            }
        }
        return components.isEmpty() ? simple : simple + "(" + String.join(", ", components) + ")";
    }
}
