package scheduler;

import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import ground.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the values of a run are called, and what its sources say of its lines. */
final class Names {
    private static final String PACKAGE = "hello.";
    private static final Pattern FOR_EACH = Pattern.compile("\\s*for \\(.* : .*");

    private final Machine machine;
    private final Sources sources;
    private final boolean hasMonitors;
    private final Map<ObjectReference, String> names = new HashMap<>();

    Names(Machine machine, Sources sources) {
        this.machine = machine;
        this.sources = sources;
        this.hasMonitors = sources.texts().values().stream().anyMatch(text -> text.contains("synchronized"));
    }

    /** Whether any of our lines takes the lock of an object. */
    boolean hasMonitors() {
        return hasMonitors;
    }

    boolean isLoopOverElements(String file, int line) {
        return FOR_EACH.matcher(line(file, line)).matches();
    }

    /** The text of a line; empty if there is no such line. */
    String line(String file, int line) {
        List<String> lines = sources.lines(file);
        return 0 < line && line <= lines.size() ? lines.get(line - 1) : "";
    }

    static boolean isOurs(ReferenceType type) {
        return type.name().startsWith(PACKAGE) && !type.name().contains("$$Lambda");
    }

    String of(Value value) {
        if (value instanceof StringReference string) {
            return '"' + string.value() + '"';
        }
        return value instanceof ObjectReference object
                ? names.computeIfAbsent(object, key -> machine.call("name", key))
                : String.valueOf(value);
    }
}
