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

/** A thread of the program, and what was seen of it when it last stopped. */
final class Actor {
    private static final String PACKAGE = "hello.";

    final ThreadReference thread;
    final String name;
    private final Names names;

    State.Status status;
    boolean isRunning = true;
    String waitsFor = "";
    List<ObjectReference> monitors = List.of();
    /** What its variables refer to. */
    final List<ObjectReference> roots = new ArrayList<>();

    /** For a wait that nobody understands; 0 if it has moved. */
    long waitingSince;

    private Location last;
    private int depth;
    private boolean isFresh;
    private List<State.Spot> spots = List.of();
    private List<String> locals = List.of();
    private String hidden = "";
    /** How often it was at the head of a loop over elements, whose iterator has no name. */
    private final Map<String, Integer> rounds = new TreeMap<>();

    Actor(ThreadReference thread, Names names) {
        this.thread = thread;
        this.name = thread.name();
        this.names = names;
    }

    /** Whether this is the beginning of another step, and not the rest of the last one. */
    boolean stop(Location location) throws IncompatibleThreadStateException {
        int now = thread.frameCount();
        boolean isSameLine = last != null
                && last.lineNumber() == location.lineNumber()
                && last.declaringType().equals(location.declaringType());
        boolean isRest = isSameLine && location.method().equals(last.method()) && now == depth
                && location.codeIndex() > last.codeIndex();
        boolean isWithin = isSameLine && location.method().name().startsWith("lambda$") && now > depth;
        if (isRest || isWithin) {
            return false;
        }
        last = location;
        depth = now;
        isRunning = false;
        isFresh = true;
        status = State.Status.READY;
        waitsFor = "";
        return true;
    }

    void end() {
        status = State.Status.ENDED;
        isRunning = false;
        waitsFor = "";
        roots.clear();
        monitors = List.of();
        spots = List.of();
        locals = List.of();
        hidden = "";
    }

    void go() {
        isRunning = true;
        thread.resume();
    }

    /** Whether it has waited for so long that it will hardly go on by itself. */
    boolean isStable(long nanos) {
        long now = System.nanoTime();
        waitingSince = waitingSince == 0 ? now : waitingSince;
        return now - waitingSince > nanos;
    }

    void await(String what) {
        status = State.Status.WAITING;
        isRunning = what.isEmpty();
        waitsFor = what;
    }

    /** Reads frames and variables, if it has moved. */
    void read() throws IncompatibleThreadStateException {
        if (!isFresh) {
            return;
        }
        isFresh = false;
        monitors = thread.ownedMonitors();
        roots.clear();
        spots = new ArrayList<>();
        locals = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        List<StackFrame> frames = thread.frames();
        count(frames.size());
        for (StackFrame frame : frames) {
            Location location = frame.location();
            if (!location.declaringType().name().startsWith(PACKAGE)) {
                continue;
            }
            boolean isTop = spots.isEmpty();
            spots.add(new State.Spot(file(location), location.lineNumber()));
            rest.append(location.method().name()).append(':').append(location.codeIndex());
            read(frame, isTop ? locals : new ArrayList<>(), rest);
        }
        hidden = rest + "" + rounds;
    }

    private static String file(Location location) {
        try {
            return location.sourceName();
        } catch (AbsentInformationException e) {
            return "";
        }
    }

    private void read(StackFrame frame, List<String> shown, StringBuilder rest) {
        if (frame.thisObject() != null) {
            roots.add(frame.thisObject());
        }
        try {
            for (LocalVariable variable : frame.visibleVariables()) {
                Value value = frame.getValue(variable);
                if (value instanceof ObjectReference object) {
                    roots.add(object);
                }
                String text = variable.name() + " = " + names.of(value);
                shown.add(text);
                rest.append(';').append(text);
            }
            rest.append(' ');
        } catch (AbsentInformationException e) {
            // Compiled without variables.
        }
    }

    /** Counts the rounds of the loop at whose head it is; the rounds of those that it has left are forgotten. */
    private void count(int frames) {
        rounds.keySet().removeIf(key -> Integer.parseInt(key.substring(0, key.indexOf(' '))) > frames);
        String method = frames + " " + last.method().name() + last.method().signature();
        rounds.keySet().removeIf(key -> key.startsWith(frames + " ") && !key.startsWith(method));
        if (names.isLoopOverElements(file(last), last.lineNumber())) {
            rounds.merge(method + " " + last.lineNumber(), 1, Integer::sum);
        }
    }

    State.Position position(boolean isInterrupted) {
        return new State.Position(
                name, status, waitsFor, List.copyOf(spots), List.copyOf(locals), isInterrupted, hidden);
    }
}
