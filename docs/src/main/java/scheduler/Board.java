package scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Shows a state as text: the lines at which threads are, and what the threads share. */
final class Board {
    private static final int CONTEXT = 2;
    private static final int LOG = 4;

    private Board() {}

    static List<String> draw(Game game) {
        State state = game.state();
        List<String> board = new ArrayList<>();
        sources(game.program(), state).forEach((file, lines) -> {
            board.add("");
            board.add("--- " + file);
            int last = 0;
            for (int line : lines) {
                if (last > 0 && line > last + 1) {
                    board.add("          ...");
                }
                last = line;
                String text = game.program().sources().lines(file).get(line - 1);
                board.add(String.format("%6s %4d %s", marks(state, file, line), line, text)
                        .stripTrailing());
            }
        });
        board.add("");
        for (int i = 0; i < state.positions().size(); i++) {
            board.add(thread(i + 1, state.positions().get(i)));
        }
        State.Shared shared = state.shared();
        add(board, "channel", shared.channel().isEmpty() ? List.of("empty") : shared.channel());
        add(board, "locks", shared.locks());
        add(board, "jobs", shared.jobs().stream().map(job -> job(game, job)).toList());
        add(board, "fields", shared.fields());
        List<String> log = game.log();
        if (log.size() > LOG) {
            board.add("  printed   ...");
        }
        log.subList(Math.max(0, log.size() - LOG), log.size()).forEach(line -> board.add("  printed   " + line));
        return board;
    }

    private static void add(List<String> board, String name, List<String> values) {
        if (!values.isEmpty()) {
            board.add(String.format("  %-9s %s", name, String.join(", ", values)));
        }
    }

    private static String job(Game game, State.Task job) {
        if (job.runs() == 0 && (game.isLost(job) || game.isRefused(job))) {
            return "job " + job.number() + (game.isLost(job) ? " IS LOST" : " was refused");
        }
        String times = job.runs() == 0 ? "has not run" : job.runs() == 1 ? "has run once" : "HAS RUN TWICE";
        return "job " + job.number() + " " + times;
    }

    private static String thread(int number, State.Position position) {
        String what = switch (position.status()) {
            case READY -> "";
            case WAITING -> "waits for " + position.waitsFor();
            case ENDED -> "has ended";
        };
        String flag = position.isInterrupted() ? "interrupted" : "";
        String place = position.spots().isEmpty()
                ? ""
                : position.spots().get(0).file() + ":" + position.spots().get(0).line();
        String key = position.status() == State.Status.READY ? "[" + number + "]" : " " + number + " ";
        List<String> rest = new ArrayList<>(position.locals());
        rest.removeIf(local -> local.startsWith("args = "));
        String locals = String.join(", ", rest);
        List<String> parts = new ArrayList<>(List.of(place, what, flag, locals));
        parts.removeIf(String::isEmpty);
        return String.format("%s %-9s %s", key, position.thread(), String.join("; ", parts));
    }

    /** The numbers of the threads that are at this line. */
    private static String marks(State state, String file, int line) {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < state.positions().size(); i++) {
            List<State.Spot> spots = state.positions().get(i).spots();
            if (!spots.isEmpty() && spots.get(0).equals(new State.Spot(file, line))) {
                marks.append(marks.length() == 0 ? "" : ",").append(i + 1);
            }
        }
        return marks.length() == 0 ? "" : marks + ">";
    }

    /** The lines around each thread's own. */
    private static SortedMap<String, SortedSet<Integer>> sources(Compiled program, State state) {
        SortedMap<String, SortedSet<Integer>> lines = new TreeMap<>();
        for (State.Position position : state.positions()) {
            if (!position.spots().isEmpty()) {
                State.Spot spot = position.spots().get(0);
                int count = program.sources().lines(spot.file()).size();
                SortedSet<Integer> shown = lines.computeIfAbsent(spot.file(), file -> new TreeSet<>());
                for (int i = Math.max(1, spot.line() - CONTEXT); i <= Math.min(count, spot.line() + CONTEXT); i++) {
                    shown.add(i);
                }
            }
        }
        return lines;
    }
}
