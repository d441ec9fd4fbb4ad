package scheduler;

import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.ExceptionEvent;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.event.VMStartEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.ExceptionRequest;
import ground.Problem;
import ground.Program;
import ground.Workshop;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A JVM in which each thread of a program stops at each line, and goes on when it is told to. */
final class Machine implements Closeable {
    static final String GONE = "The JVM of the program has ended; look for System.exit";
    private static final String PACKAGE = "hello.";
    private static final String RUNS = Runs.class.getName();
    private static final long WATCHDOG_NANOS = 60_000_000_000L;

    private final Program program;
    private final VirtualMachine vm;
    private ThreadReference runner;
    private ClassType runs;

    private Machine(Program program, VirtualMachine vm) {
        this.program = program;
        this.vm = vm;
    }

    /** @throws Problem if it does not start */
    static Machine start(Workshop workshop) throws IOException {
        Connection connection = Connection.open(workshop, RUNS);
        Machine machine = new Machine(connection.program(), connection.vm());
        machine.prepare();
        return machine;
    }

    private void prepare() {
        for (String classes : List.of(RUNS, PACKAGE + "*")) {
            ClassPrepareRequest request = vm.eventRequestManager().createClassPrepareRequest();
            request.addClassFilter(classes);
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }
        awaitRunner(event -> {});
        for (ReferenceType interrupt : vm.classesByName(InterruptedException.class.getName())) {
            ExceptionRequest request = vm.eventRequestManager().createExceptionRequest(interrupt, true, true);
            request.setSuspendPolicy(EventRequest.SUSPEND_NONE);
            request.enable();
        }
    }

    /** Starts a program, whose first thread will stop soon. */
    void run(Path folder, String main) {
        ClassType runs = runs();
        try {
            runs.setValue(runs.fieldByName("folder"), vm.mirrorOf(folder.toString()));
            runs.setValue(runs.fieldByName("main"), vm.mirrorOf(main));
        } catch (InvalidTypeException | ClassNotLoadedException e) {
            throw new IllegalStateException(e);
        }
        ThreadReference waiting = runner;
        runner = null;
        waiting.resume();
    }

    /** Calls one of the methods of {@link Runs} that are there for this. */
    String call(String method, Value... arguments) {
        ClassType runs = runs();
        Method called = runs.methodsByName(method).get(0);
        try {
            Value answer = runs.invokeMethod(runner, called, List.of(arguments), ClassType.INVOKE_SINGLE_THREADED);
            return ((StringReference) answer).value();
        } catch (InvocationException e) {
            throw new IllegalStateException(method + " has failed: " + e.exception(), e);
        } catch (InvalidTypeException | ClassNotLoadedException | IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    private ClassType runs() {
        if (runs == null) {
            runs = (ClassType) vm.classesByName(RUNS).get(0);
        }
        return runs;
    }

    /** Waits until it can be called again after the start of a program. */
    void awaitRunner(Consumer<LocatableEvent> events) {
        long start = System.nanoTime();
        while (runner == null) {
            pump(1_000, events);
            if (System.nanoTime() - start > WATCHDOG_NANOS) {
                throw new Problem("The JVM for the program does not answer");
            }
        }
    }

    /** Hands on each stop and each interrupt that has been noticed; waits for one, but not longer than this. */
    void pump(long millis, Consumer<LocatableEvent> events) {
        try {
            EventSet set = vm.eventQueue().remove(millis);
            if (set == null) {
                return;
            }
            for (Event event : set) {
                if (event instanceof VMStartEvent) {
                    // Not before: it would be suspended once more.
                    set.resume();
                } else if (event instanceof ClassPrepareEvent prepared) {
                    stopIn(prepared.referenceType());
                    set.resume();
                } else if (event instanceof BreakpointEvent stop) {
                    if (stop.location().declaringType().name().equals(RUNS)) {
                        runner = stop.thread();
                    } else {
                        events.accept(stop);
                    }
                } else if (event instanceof ExceptionEvent interrupt) {
                    events.accept(interrupt);
                } else if (event instanceof VMDisconnectEvent) {
                    throw new Problem(GONE);
                }
            }
        } catch (VMDisconnectedException e) {
            throw new Problem(GONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("Interrupted");
        }
    }

    private void stopIn(ReferenceType type) {
        List<Location> stops = type.name().equals(RUNS)
                ? List.of(type.methodsByName("await").get(0).location())
                : Lines.stops(type);
        for (Location stop : stops) {
            BreakpointRequest request = vm.eventRequestManager().createBreakpointRequest(stop);
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
