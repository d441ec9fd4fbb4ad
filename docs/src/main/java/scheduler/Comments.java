package scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a player is told besides the board; what is long, only once. */
final class Comments {
    private static final String STUCK = "Nobody can move any more: u or r.";
    private static final String HOPELESS = "You can no longer get there from here: undo (u), or restart (r).";

    private final Level level;
    private final Game game;
    private boolean isGoalTold;
    private boolean isHopelessTold;

    Comments(Level level, Game game) {
        this.level = level;
        this.game = game;
    }

    /** To be shown below the board. */
    List<String> afterMove() {
        List<String> lines = new ArrayList<>();
        game.freed().forEach(thread -> lines.add(thread + " was waiting for this, and went on, too."));
        boolean isHopeless = game.isHopeless();
        if (game.isWon()) {
            lines.addAll(goal());
        } else if (game.state().isFinal()) {
            lines.addAll(end());
        } else if (isHopeless && !isHopelessTold && !isGoalTold) {
            lines.add(HOPELESS);
        }
        isHopelessTold = isHopeless;
        return lines;
    }

    /** Has the goal explained again when it is reached. */
    void restart() {
        isGoalTold = false;
    }

    private List<String> goal() {
        boolean isStuck = game.state().isFinal();
        if (isGoalTold) {
            return List.of("You are there. " + (isStuck ? STUCK : "u goes back, r restarts, q quits."));
        }
        isGoalTold = true;
        String start = level.holds() ? "There it is! In our pool this cannot happen. " : "There it is! ";
        List<String> lines = new ArrayList<>(List.of(Level.wrap(start + level.text("why"))));
        lines.addAll(whatNext());
        return lines;
    }

    private List<String> end() {
        State state = game.state();
        boolean isOver = state.positions().stream().allMatch(thread -> thread.status() == State.Status.ENDED);
        List<String> lines =
                new ArrayList<>(List.of("No thread can move any more" + (isOver ? ": all have ended." : ".")));
        if (!isOver && state.shared().channel().isEmpty() && !Fault.DEADLOCK.isIn(state)) {
            boolean isDone = state.shared().jobs().stream().allMatch(job -> job.runs() > 0);
            lines.add(Level.wrap((isDone ? "All jobs are done" : "No job is left")
                    + ", and the workers wait for more: nobody closes this pool. That is no deadlock here."));
        }
        if (game.isHopeless()) {
            lines.add(isHopelessTold || isGoalTold ? "Undo (u), or restart (r)." : HOPELESS);
        } else if (level.holds() && game.isRecorded()) {
            lines.add(Level.wrap(level.text("why") + " There are " + game.states() + ", and none is bad."));
            lines.addAll(whatNext());
        }
        return lines;
    }

    private List<String> whatNext() {
        String read = "Read on in docs/" + level.text("section");
        if (!game.isRecorded()) {
            return List.of(read);
        }
        List<Level> levels = Level.all(level.repository());
        int next = levels.indexOf(level) + 1;
        return List.of(
                read,
                next == levels.size()
                        ? "This was the last level."
                        : "Next: " + levels.get(next).number() + ", "
                                + levels.get(next).text("title") + ".");
    }

    /** The answer to somebody who does not know what to do. */
    String hint() {
        String words = Level.wrap(level.word("hint"));
        String start = words.isEmpty() ? "" : words + "\n";
        Optional<Integer> next = game.next();
        if (game.isWon()) {
            return "You are there." + (game.state().isFinal() ? " " + STUCK : "");
        }
        if (game.state().isFinal() && !level.holds()) {
            return STUCK;
        }
        if (next.isPresent()) {
            return start + "Next on a shortest way: " + (next.get() + 1);
        }
        if (game.isHopeless()) {
            return start + HOPELESS;
        }
        if (level.holds() && game.isRecorded()) {
            String why = "Here nothing goes wrong, in any of the " + game.states() + ". " + level.text("why");
            return start + Level.wrap(why) + "\n" + String.join("\n", whatNext());
        }
        return words.isEmpty() ? "There is no hint." : words;
    }

    /** Why this thread cannot move. */
    String refusal(State.Position thread) {
        if (game.state().isFinal()) {
            return STUCK;
        }
        boolean hasEnded = thread.status() == State.Status.ENDED;
        String why = hasEnded ? "has ended" : "waits for " + thread.waitsFor();
        return thread.thread() + " " + why + "; choose another thread.";
    }
}
