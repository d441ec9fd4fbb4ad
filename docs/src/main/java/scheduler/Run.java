package scheduler;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ObjectCollectedException;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadGroupReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.event.BreakpointEvent;
import ground.Problem;
import java.util.ArrayList;
import java.util.List;

/** One run of a program, in which a thread takes a step when it is told to, and no thread otherwise. */
final class Run {
    private static final long WATCHDOG_NANOS = 20_000_000_000L;
    private static final int MOST_STEPS = 500;

    private final Machine machine;
    private final Names names;
    private final List<Actor> actors = new ArrayList<>();
    private final Memory memory;
    private final Waits waits;
    private StringReference printed;
    private String log = "";

    /** Starts a program, and takes it to where its level begins. */
    Run(Machine machine, Compiled program) {
        this.machine = machine;
        this.names = new Names(program.sources());
        this.memory = new Memory(names);
        this.waits = new Waits(memory, actors);
        machine.run(program.classes(), program.main());
        while (!machine.isReady()) {
            machine.pump(1_000, this::stop);
        }
        settle();
        program.beginning().forEach(this::take);
    }

    private void take(Compiled.Beginning beginning) {
        for (int i = 0; i < MOST_STEPS; i++) {
            Actor actor = find(beginning.thread());
            if (actor != null) {
                State.Position position = position(actor);
                if (beginning.isReached(position)) {
                    return;
                }
                if (position.status() == State.Status.READY) {
                    move(actors.indexOf(actor));
                    continue;
                }
            }
            throw new Problem(beginning + ": this is never reached; " + state());
        }
        throw new Problem(beginning + ": this is not reached after " + MOST_STEPS + " steps");
    }

    private Actor find(String thread) {
        return actors.stream().filter(actor -> actor.name.equals(thread)).findFirst().orElse(null);
    }

    State state() {
        List<State.Position> positions = new ArrayList<>();
        for (Actor actor : actors) {
            positions.add(position(actor));
        }
        return new State(positions, memory.look(actors));
    }

    private State.Position position(Actor actor) {
        try {
            if (actor.status == State.Status.READY) {
                actor.read();
            }
            boolean hasEnded = actor.status == State.Status.ENDED;
            return actor.position(!hasEnded && Waits.isInterrupted(actor.thread));
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
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
        actors.forEach(actor -> actor.waitingSince = 0);
        mover.go();
        settle();
        return news();
    }

    private String news() {
        StringReference now = machine.printed();
        if (now.equals(printed)) {
            return "";
        }
        printed = now;
        String all = now.value();
        String added = all.substring(log.length());
        log = all;
        return added;
    }

    private void settle() {
        long start = System.nanoTime();
        while (!isSettled()) {
            machine.pump(1, this::stop);
            if (System.nanoTime() - start > WATCHDOG_NANOS) {
                throw new Problem("The program does not come to rest: " + state());
            }
        }
    }

    private boolean isSettled() {
        if (actors.isEmpty() || actors.stream().anyMatch(actor -> actor.isRunning && !look(actor))) {
            adopt();
            return false;
        }
        // Those that waited may have been woken by the one that moved.
        for (Actor actor : actors) {
            if (actor.status == State.Status.WAITING && !look(actor)) {
                return false;
            }
        }
        return !adopt();
    }

    /** Whether a thread waits, or has ended. */
    private boolean look(Actor actor) {
        try {
            int status = actor.thread.status();
            if (status == ThreadReference.THREAD_STATUS_ZOMBIE) {
                actor.end();
                return true;
            }
            String what = waits.of(actor, status);
            if (!what.isEmpty() || actor.status == State.Status.WAITING) {
                actor.await(what);
            }
            return !what.isEmpty();
        } catch (IncompatibleThreadStateException e) {
            return false;
        } catch (ObjectCollectedException e) {
            actor.end();
            return true;
        }
    }

    /** Takes note of threads that have been started; whether there was one. */
    private boolean adopt() {
        boolean isNew = false;
        ThreadGroupReference group = machine.threads();
        for (ThreadReference thread : group.threads()) {
            isNew |= adopt(thread);
        }
        return isNew;
    }

    private boolean adopt(ThreadReference thread) {
        if (actors.stream().anyMatch(actor -> actor.thread.equals(thread))) {
            return false;
        }
        actors.add(new Actor(thread, names));
        return true;
    }

    private void stop(BreakpointEvent event) {
        adopt(event.thread());
        Actor actor = actors.stream()
                .filter(any -> any.thread.equals(event.thread()))
                .findFirst()
                .orElseThrow();
        try {
            if (!actor.stop(event.location())) {
                event.thread().resume();
            }
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many threads are left over when this is not gone on with. */
    int left() {
        return (int) actors.stream().filter(actor -> actor.status != State.Status.ENDED).count();
    }
}
