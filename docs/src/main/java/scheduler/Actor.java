package scheduler;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A thread of the program, and what was seen of it when it last stopped. */
final class Actor {
    private static final Pattern INTERRUPT = Pattern.compile("([\\w()]+)\\.interrupt\\(\\)");

    final String name;
    /** Null until it has stopped for the first time. */
    ThreadReference thread;

    private final Names names;

    State.Status status;
    boolean isRunning = true;
    boolean isInterrupted;
    String waitsFor = "";
    List<ObjectReference> monitors = List.of();

    private Location last;
    private int depth;
    /** The outermost first. */
    private List<Frame> frames = List.of();
    /** How often it was at the head of a loop over elements, whose iterator has no name. */
    private final Map<String, Integer> rounds = new TreeMap<>();

    Actor(String name, Names names) {
        this.name = name;
        this.names = names;
    }

    /** Whether this is the beginning of another step, and not the rest of the last one. */
    boolean stop(Location location) throws IncompatibleThreadStateException {
        List<StackFrame> all = thread.frames();
        int now = all.size();
        boolean isSameLine = last != null
                && last.lineNumber() == location.lineNumber()
                && last.declaringType().equals(location.declaringType());
        boolean isRest = isSameLine
                && location.method().equals(last.method())
                && now == depth
                && location.codeIndex() > last.codeIndex();
        boolean isWithin = isSameLine && location.method().name().startsWith("lambda$") && now > depth;
        if (isRest || isWithin) {
            return false;
        }
        last = location;
        depth = now;
        isRunning = false;
        status = State.Status.READY;
        waitsFor = "";
        read(all);
        return true;
    }

    void end() {
        status = State.Status.ENDED;
        isRunning = false;
        waitsFor = "";
        rounds.clear();
        isInterrupted = false;
        monitors = List.of();
        frames = List.of();
    }

    void go() {
        isRunning = true;
        thread.resume();
    }

    /**
     * The thread that its line interrupts; empty if there is none. The flag itself cannot be read: the
     * debugger's agent takes it away from a thread that stops, and gives it back when that goes on.
     */
    String interrupts() {
        String line = names.line(file(last), last.lineNumber());
        Matcher call = INTERRUPT.matcher(line);
        if (!call.find()) {
            return "";
        }
        // Whoever only makes the lambda is at the same line as the thread that runs it later.
        boolean isInLambda = line.substring(0, call.start()).contains("->");
        if (isInLambda && !last.method().name().startsWith("lambda$")) {
            return "";
        }
        if (call.group(1).equals("currentThread()")) {
            return name;
        }
        String start = call.group(1) + " = ";
        return frames.get(frames.size() - 1).variables.stream()
                .filter(variable -> variable.startsWith(start))
                .map(variable -> variable.substring(start.length()))
                .findFirst()
                .orElse("");
    }

    void await(String what) {
        status = State.Status.WAITING;
        isRunning = what.isEmpty();
        waitsFor = what;
    }

    /** Reads the frames, but not again what is in those whose calls still go on. */
    private void read(List<StackFrame> all) throws IncompatibleThreadStateException {
        monitors = names.hasMonitors() ? thread.ownedMonitors() : List.of();
        List<Frame> before = frames;
        frames = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Location location = all.get(i).location();
            if (!Names.isOurs(location.declaringType()) || location.method().isBridge()) {
                continue;
            }
            int index = frames.size();
            boolean isKnown = i > 0
                    && index < before.size() - 1
                    && before.get(index).location.equals(location);
            frames.add(isKnown ? before.get(index) : read(all.get(i)));
        }
        count();
    }

    private Frame read(StackFrame frame) {
        List<String> variables = new ArrayList<>();
        if (!frame.location().method().isStatic()) {
            names.of(frame.thisObject());
        }
        try {
            Map<LocalVariable, Value> values = frame.getValues(frame.visibleVariables());
            for (LocalVariable variable : frame.visibleVariables()) {
                variables.add(variable.name() + " = " + names.of(values.get(variable)));
            }
        } catch (AbsentInformationException e) {
            // Compiled without variables.
        }
        return new Frame(frame.location(), variables);
    }

    /** Counts the rounds of the loop at whose head it is; the rounds of those that it has left are forgotten. */
    private void count() {
        int calls = frames.size();
        rounds.keySet().removeIf(key -> Integer.parseInt(key.substring(0, key.indexOf(' '))) > calls);
        String method = calls + " " + last.method().name() + last.method().signature();
        rounds.keySet().removeIf(key -> key.startsWith(calls + " ") && !key.startsWith(method));
        if (names.isLoopOverElements(file(last), last.lineNumber())) {
            rounds.merge(method + " " + last.lineNumber(), 1, Integer::sum);
        }
    }

    State.Position position() {
        List<State.Spot> spots = new ArrayList<>();
        StringBuilder hidden = new StringBuilder();
        for (int i = frames.size() - 1; i >= 0; i--) {
            Frame frame = frames.get(i);
            Location location = frame.location;
            spots.add(new State.Spot(file(location), location.lineNumber()));
            hidden.append(location.method().name()).append(location.codeIndex()).append(frame.variables);
        }
        List<String> locals = frames.isEmpty() ? List.of() : frames.get(frames.size() - 1).variables;
        return new State.Position(
                name,
                status,
                waitsFor,
                spots,
                locals,
                isInterrupted,
                hidden.append(rounds).toString());
    }

    private static String file(Location location) {
        try {
            return location.sourceName();
        } catch (AbsentInformationException e) {
            return "";
        }
    }

    /** A call of one of our methods. */
    private record Frame(Location location, List<String> variables) {}
}
