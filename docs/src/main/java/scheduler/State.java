package scheduler;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What can be seen of a program between two moves. From two equal states the same moves lead to
 * equal states again.
 *
 * @param positions one for each thread, in the order in which they were started
 */
record State(List<Position> positions, Shared shared) {
    enum Status {
        /** It is about to do what its line says. */
        READY,
        /** It has begun its line, and waits in there until another thread has done something. */
        WAITING,
        ENDED
    }

    /** A line of a file. */
    record Spot(String file, int line) {}

    /**
     * Where a thread is.
     *
     * @param waitsFor in words; empty if it does not wait
     * @param spots its line, and after it the line of each caller
     * @param locals its variables, such as {@code job = job 2}
     * @param hidden what else matters, but nobody wants to see
     */
    record Position(
            String thread,
            Status status,
            String waitsFor,
            List<Spot> spots,
            List<String> locals,
            boolean isInterrupted,
            String hidden) {
        /** In words. */
        @Override
        public String toString() {
            String place = spots.isEmpty() ? "" : " at " + spots.get(0).file + ":" + spots.get(0).line;
            String wait = waitsFor.isEmpty() ? "" : ", waiting for " + waitsFor;
            String flag = isInterrupted ? ", interrupted" : "";
            return status == Status.ENDED ? thread + " ended" : thread + place + wait + flag + " " + locals;
        }
    }

    /**
     * What is not a thread's own.
     *
     * @param channel the messages, the first one first
     * @param locks such as {@code worker-0 holds the channel}
     * @param fields such as {@code isClosed = true}
     * @param hidden what else matters, but nobody wants to see
     */
    record Shared(List<String> channel, List<String> locks, List<Task> jobs, List<String> fields, String hidden) {
        /** In words. */
        @Override
        public String toString() {
            return "the channel " + channel + ", locks " + locks + ", jobs " + jobs + ", fields " + fields;
        }
    }

    /**
     * A job that some thread has made.
     *
     * @param runs how often it has run
     * @param isAccepted whether its sender was told that it will run
     */
    record Task(int number, int runs, boolean isAccepted) {
        /** In words. */
        @Override
        public String toString() {
            return "job " + number + (isAccepted ? " accepted" : "") + ", run " + runs + " times";
        }

        /** Whether its sender believes that it will run, and it has not. */
        boolean isOwed() {
            return isAccepted && runs == 0;
        }
    }

    /** Without what nobody wants to see. */
    State shown() {
        List<Position> shown = positions.stream()
                .map(p -> new Position(p.thread, p.status, p.waitsFor, p.spots, p.locals, p.isInterrupted, ""))
                .toList();
        Shared s = shared;
        return new State(shown, new Shared(s.channel, s.locks, s.jobs, s.fields, ""));
    }

    /** Whether no thread can move. */
    boolean isFinal() {
        return positions.stream().noneMatch(position -> position.status == Status.READY);
    }

    /** In words. */
    @Override
    public String toString() {
        return positions.stream().map(Position::toString).collect(Collectors.joining("; ")) + "; " + shared;
    }
}
