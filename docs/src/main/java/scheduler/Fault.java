package scheduler;

import ground.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can go wrong, as it shows in a state. */
enum Fault {
    /** A job has run twice. */
    TWICE {
        @Override
        boolean isIn(State state) {
            return state.shared().jobs().stream().anyMatch(job -> job.runs() > 1);
        }
    },

    /** A job whose sender was told that it will run has not, and never will. */
    LOST {
        @Override
        boolean isIn(State state) {
            return state.shared().jobs().stream()
                    .filter(job -> job.isAccepted() && job.runs() == 0)
                    .anyMatch(job -> state.isFinal() || !isOnItsWay(state, job));
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
                            .anyMatch(position -> position.waitsFor().startsWith("the lock of")
                                    && state.positions().stream()
                                            .anyMatch(other -> isInAJob(other)
                                                    && position.waitsFor().endsWith(other.thread() + " holds")));
        }
    };

    abstract boolean isIn(State state);

    static Fault of(Level level, String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values())
                .filter(goal -> goal.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Problem(level.file() + ": there is no goal \"" + name + "\"; there are "
                        + List.of(values())));
    }

    private static boolean isInAJob(State.Position position) {
        return position.spots().stream().anyMatch(spot -> spot.file().equals("Job.java"));
    }

    /** Whether it is in the channel, or in the hands of a worker. */
    private static boolean isOnItsWay(State state, State.Task job) {
        boolean isInChannel = state.shared().channel().stream().anyMatch(message -> names(message, job));
        return isInChannel
                || state.positions().stream()
                        .filter(position -> position.thread().startsWith("worker"))
                        .anyMatch(position -> names(position.hidden(), job));
    }

    private static boolean names(String text, State.Task job) {
        return text.matches(".*\\b" + job.name() + "\\b.*");
    }
}
