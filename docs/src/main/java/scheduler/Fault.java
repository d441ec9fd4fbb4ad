package scheduler;

import ground.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What can go wrong. */
enum Fault {
    /** A job has run twice. */
    TWICE {
        @Override
        boolean isIn(State state) {
            return state.shared().jobs().stream().anyMatch(job -> job.runs() > 1);
        }
    },

    /** A job whose sender was told that it will run has not, and whatever happens next, it never will. */
    LOST {
        @Override
        boolean isIn(State state) {
            return state.isFinal() && state.shared().jobs().stream().anyMatch(State.Task::isOwed);
        }

        @Override
        Set<Integer> in(Graph graph) {
            Set<Integer> bad = new TreeSet<>();
            Set<Integer> jobs = new TreeSet<>();
            for (int i = 0; i < graph.size(); i++) {
                graph.state(i).shared().jobs().forEach(job -> jobs.add(job.number()));
            }
            for (int job : jobs) {
                Set<Integer> hopeful = graph.leadingTo(state -> hasRun(state, job));
                for (int i = 0; i < graph.size(); i++) {
                    if (!hopeful.contains(i) && has(graph.state(i), job, State.Task::isOwed)) {
                        bad.add(i);
                    }
                }
            }
            return bad;
        }
    },

    /** No thread can move, and one of them waits for something else than the next message. */
    DEADLOCK {
        @Override
        boolean isIn(State state) {
            return state.isFinal()
                    && state.positions().stream()
                            .anyMatch(position -> position.status() == State.Status.WAITING
                                    && !position.waitsFor().equals("a message"));
        }
    },

    /** While one worker runs a job, another cannot take the next one, because the first one holds a lock. */
    LOCKED_OUT {
        @Override
        boolean isIn(State state) {
            return !state.shared().channel().isEmpty()
                    && state.positions().stream()
                            .filter(position -> position.waitsFor().startsWith("the lock of"))
                            .anyMatch(position -> state.positions().stream()
                                    .filter(Fault::isInAJob)
                                    .anyMatch(other -> position.waitsFor().endsWith(other.thread() + " holds")));
        }
    };

    /** Whether it shows in this state alone. */
    abstract boolean isIn(State state);

    /** The numbers of the states in which it has happened. */
    Set<Integer> in(Graph graph) {
        Set<Integer> bad = new TreeSet<>();
        for (int i = 0; i < graph.size(); i++) {
            if (isIn(graph.state(i))) {
                bad.add(i);
            }
        }
        return bad;
    }

    /** @throws Problem if there is none of this name */
    static Fault of(Level level, String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values())
                .filter(fault -> fault.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        level.file() + ": there is no fault \"" + name + "\"; there are " + List.of(values())));
    }

    private static boolean isInAJob(State.Position position) {
        return position.spots().stream().anyMatch(spot -> spot.file().equals("Job.java"));
    }

    static boolean hasRun(State state, int job) {
        return has(state, job, task -> task.runs() > 0);
    }

    private static boolean has(State state, int job, Predicate<State.Task> wanted) {
        return state.shared().jobs().stream()
                .filter(task -> task.number() == job)
                .anyMatch(wanted);
    }
}
