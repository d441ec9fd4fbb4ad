package scheduler;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.event.ExceptionEvent;
import com.sun.jdi.event.LocatableEvent;
import ground.Problem;
import java.util.ArrayList;
import java.util.List;

/** One run of a program, in which a thread takes a step when it is told to, and no thread otherwise. */
final class Run {
    private static final long WATCHDOG_NANOS = 60_000_000_000L;
    private static final long STABLE_NANOS = 200_000_000L;
    private static final int MOST_STEPS = 500;

    private final Machine machine;
    private final Names names;
    private final List<Actor> actors = new ArrayList<>();
    private final List<ThreadReference> threads = new ArrayList<>();
    private final boolean isComplete;
    private Look look;
    private long moved;
    private String printed = "";

    /** Starts a program, and takes it to where its level begins. */
    Run(Machine machine, Compiled program) {
        this.machine = machine;
        this.isComplete = program.isComplete();
        this.names = new Names(machine, program.sources());
        List<LocatableEvent> early = new ArrayList<>();
        machine.run(program.classes(), program.main());
        machine.awaitRunner(early::add);
        early.forEach(this::stop);
        settle();
        program.beginning().forEach(this::take);
    }

    /** @throws Problem if the program never comes there; that of an attempt then begins where it is */
    private void take(Compiled.Beginning beginning) {
        for (int i = 0; i < MOST_STEPS; i++) {
            Actor actor = actors.stream()
                    .filter(any -> any.name.equals(beginning.thread()))
                    .findFirst()
                    .orElse(null);
            if (actor != null && beginning.isReached(actor.position())) {
                return;
            }
            if (actor == null || actor.status != State.Status.READY) {
                break;
            }
            move(actors.indexOf(actor));
        }
        if (!isComplete) {
            return;
        }
        throw new Problem("The program never comes to \"" + beginning + "\", but to " + state());
    }

    State state() {
        List<String> locks = new ArrayList<>();
        for (Actor actor : actors) {
            actor.monitors.forEach(monitor -> locks.add(actor.name + " holds the lock of " + names.of(monitor)));
        }
        return new State(actors.stream().map(Actor::position).toList(), look.shared(locks));
    }

    /**
     * Lets a thread go to its next line, or until it waits or ends; and all those which it has woken, too.
     *
     * @return what has been printed
     */
    String move(int index) {
        Actor mover = actors.get(index);
        if (mover.status != State.Status.READY) {
            throw new Problem(mover.name + " cannot move");
        }
        String interrupted = mover.interrupts();
        actors.stream()
                .filter(actor -> actor.name.equals(interrupted))
                .forEach(actor -> actor.isInterrupted = actor.status != State.Status.ENDED);
        mover.go();
        settle();
        String news = look.printed().substring(printed.length());
        printed = look.printed();
        return news;
    }

    private void settle() {
        moved = System.nanoTime();
        do {
            machine.pump(1, this::stop);
            if (System.nanoTime() - moved > WATCHDOG_NANOS) {
                throw new Problem("The program does not come to rest: " + state());
            }
        } while (!isSettled());
    }

    private boolean isSettled() {
        look = Look.read(machine.call("look"));
        adopt();
        boolean isSettled = true;
        for (int i = 0; i < actors.size(); i++) {
            Actor actor = actors.get(i);
            if (actor.isRunning || actor.status == State.Status.WAITING) {
                isSettled &= isSettled(actor, look.threads().get(i));
            }
        }
        return isSettled;
    }

    private boolean isSettled(Actor actor, Look.Seen seen) {
        if (seen.state() == Thread.State.TERMINATED) {
            actor.end();
            return true;
        }
        String wish = seen.waitsFor();
        if (wish.equals(Waits.UNKNOWN)) {
            wish = seen.state() == Thread.State.BLOCKED ? monitor(actor) : join(actor);
            // Nobody can know how an attempt waits.
            boolean isStable = !isComplete && System.nanoTime() - moved > STABLE_NANOS;
            wish = wish.isEmpty() && isStable ? "something" : wish;
        }
        actor.await(wish);
        return !wish.isEmpty();
    }

    private String monitor(Actor actor) {
        actor.thread.suspend();
        try {
            var monitor = actor.thread.currentContendedMonitor();
            for (Actor other : actors) {
                if (monitor != null && other != actor && other.monitors.contains(monitor)) {
                    return "the lock of " + names.of(monitor) + ", which " + other.name + " holds";
                }
            }
            return "";
        } catch (IncompatibleThreadStateException e) {
            return "";
        } finally {
            actor.thread.resume();
        }
    }

    private String join(Actor actor) {
        actor.thread.suspend();
        try {
            for (var frame : actor.thread.frames()) {
                boolean isJoin = frame.location().method().name().equals("join");
                if (isJoin && frame.thisObject() instanceof ThreadReference other) {
                    Actor joined = actors.get(threads.indexOf(other));
                    return joined.status == State.Status.ENDED ? "" : "the end of " + joined.name;
                }
            }
            return "";
        } catch (IncompatibleThreadStateException e) {
            return "";
        } finally {
            actor.thread.resume();
        }
    }

    private void adopt() {
        for (int i = actors.size(); i < look.threads().size(); i++) {
            actors.add(new Actor(look.threads().get(i).name(), names));
            threads.add(null);
        }
    }

    private void stop(LocatableEvent event) {
        ThreadReference thread = event.thread();
        if (event instanceof ExceptionEvent) {
            if (threads.contains(thread)) {
                actors.get(threads.indexOf(thread)).isInterrupted = false;
            }
            return;
        }
        if (!threads.contains(thread)) {
            int number = Integer.parseInt(machine.call("number", thread));
            look = Look.read(machine.call("look"));
            adopt();
            threads.set(number, thread);
            actors.get(number).thread = thread;
        }
        try {
            if (!actors.get(threads.indexOf(thread)).stop(event.location())) {
                thread.resume();
            }
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many threads are left over when this is not gone on with. */
    int left() {
        return (int) actors.stream()
                .filter(actor -> actor.status != State.Status.ENDED)
                .count();
    }
}
