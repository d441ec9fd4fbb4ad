package scheduler;

import ground.Problem;
import ground.Workshop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A level that somebody plays, live, on a JVM of its own. */
final class Game {
    private final Level level;
    private final Workshop workshop;
    private final Compiled program;
    /** Empty if it is not the level's own program. */
    private final Optional<Schedule> schedule;

    private final List<Integer> moves = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private List<String> freed = List.of();
    private Machine machine;
    private Run run;
    /** The number of the state in the recording; -1 if it is not there. */
    private int at;

    Game(Level level, Workshop workshop, Compiled program, Optional<Schedule> schedule) throws IOException {
        this.level = level;
        this.workshop = workshop;
        this.program = program;
        this.schedule = schedule;
        restart();
    }

    Compiled program() {
        return program;
    }

    State state() {
        return run.state();
    }

    /** What the program has printed, line by line. */
    List<String> log() {
        return log;
    }

    /** @throws Problem if the thread cannot move */
    void move(int thread) {
        List<State.Position> before = state().positions();
        log.addAll(run.move(thread).lines().toList());
        moves.add(thread);
        at = at < 0 ? at : schedule.orElseThrow().graph().next(at, thread);
        List<State.Position> now = state().positions();
        freed = IntStream.range(0, before.size())
                .filter(i -> before.get(i).status() == State.Status.WAITING)
                .filter(i -> now.get(i).status() != State.Status.WAITING)
                .mapToObj(i -> now.get(i).thread())
                .toList();
    }

    /** The threads that the last move has freed, so that they went on, too. */
    List<String> freed() {
        return freed;
    }

    /** A new JVM, as the program may have changed what a second run would find. */
    void restart() throws IOException {
        if (machine != null) {
            machine.close();
        }
        machine = Machine.start(workshop);
        run = new Run(machine, program);
        moves.clear();
        log.clear();
        freed = List.of();
        at = schedule.isPresent() ? 0 : -1;
    }

    /** Whether there was a move to take back. */
    boolean undo() throws IOException {
        if (moves.isEmpty()) {
            return false;
        }
        List<Integer> before = List.copyOf(moves.subList(0, moves.size() - 1));
        restart();
        before.forEach(this::move);
        freed = List.of();
        return true;
    }

    boolean isWon() {
        if (at >= 0) {
            return schedule.orElseThrow().bad().contains(at);
        }
        State now = state();
        return level.goals().stream().anyMatch(fault -> fault.isIn(now));
    }

    /** The thread that is next on a shortest way to the goal; empty if nobody knows, or there is no way. */
    Optional<Integer> next() {
        if (at < 0) {
            return Optional.empty();
        }
        List<Integer> way =
                schedule.orElseThrow().graph().path(at, schedule.orElseThrow().bad()::contains);
        return way == null || way.isEmpty() ? Optional.empty() : Optional.of(way.get(0));
    }

    /** Whether the goal could be reached from the start, but not from here. */
    boolean isHopeless() {
        return at >= 0 && !schedule.orElseThrow().bad().isEmpty() && !isWon() && next().isEmpty();
    }

    /** Whether it will never run, although its sender believes that it will. */
    boolean isLost(State.Task job) {
        if (at < 0 || !job.isOwed()) {
            return job.isOwed() && state().isFinal();
        }
        Graph graph = schedule.orElseThrow().graph();
        return graph.path(at, state -> Fault.hasRun(graph.state(state), job.number())) == null;
    }

    /** Whether its sender has said so: the program prints it. */
    boolean isRefused(State.Task job) {
        return log.contains("Refused: job " + job.number());
    }

    /** How many states were recorded, such as {@code 3,325 states}. */
    String states() {
        return String.format(
                Locale.ROOT, "%,d states", schedule.orElseThrow().graph().size());
    }

    boolean isRecorded() {
        return at >= 0;
    }
}
