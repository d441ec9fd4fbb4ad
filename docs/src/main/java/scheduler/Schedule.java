package scheduler;

import ground.Problem;
import ground.Repository;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was recorded of a level: its words, and all states and moves of its program.
 *
 * @param head the level's words, its stage and layers, and the names of the threads
 * @param graph without what the states hide
 * @param bad the numbers of the states in which the goal is reached
 */
record Schedule(Map<String, Object> head, Graph graph, List<Integer> bad) {
    private static final String FOLDER = "docs/figures/data/schedules/";
    static final List<String> WORDS = List.of("title", "task", "why", "hint", "section");

    /** @param level the name of a level */
    static String file(String level) {
        return FOLDER + level + ".json";
    }

    /** Numbers the states anew, so that those which are reached by fewer moves come first. */
    static Schedule of(Level level, Compiled program, Graph found) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
        numbers.put(0, 0);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int thread = 0; thread < found.threads(at); thread++) {
                int to = found.next(at, thread);
                if (to >= 0 && numbers.putIfAbsent(to, numbers.size()) == null) {
                    queue.add(to);
                }
            }
        }
        Graph graph = new Graph();
        numbers.keySet().forEach(old -> graph.add(found.state(old).shown()));
        numbers.forEach((old, number) -> {
            for (int thread = 0; thread < found.threads(old); thread++) {
                int to = found.next(old, thread);
                if (to >= 0) {
                    graph.add(
                            number,
                            thread,
                            numbers.get(to),
                            found.printed(old, thread).stripTrailing());
                }
            }
        });
        Set<Integer> bad = new TreeSet<>();
        level.goals().forEach(fault -> bad.addAll(fault.in(graph)));
        return new Schedule(head(level, program.fingerprint(), graph), graph, List.copyOf(bad));
    }

    /** Such as {@code 375 states and 809 moves}, as the text has it, too. */
    String count() {
        return String.format(Locale.ROOT, "%,d states and %,d moves", graph.size(), graph.moves());
    }

    /** All that is not about the states. */
    static Map<String, Object> head(Level level, String code, Graph graph) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("level", level.name());
        WORDS.forEach(word -> head.put(word, level.word(word)));
        head.put("holds", level.holds());
        head.put("stage", level.stage());
        head.put("layers", level.layers());
        head.put("code", code);
        List<String> threads =
                graph.state(0).positions().stream().map(State.Position::thread).toList();
        head.put("threads", threads);
        return head;
    }

    /** @throws Problem if there is no recording, or if it cannot be read */
    static Schedule read(Repository repository, Level level) {
        String file = file(level.name());
        if (!repository.isFile(file)) {
            throw new Problem("there is no " + file + "; record it: " + Record.COMMAND + " " + level.name());
        }
        try {
            return ScheduleFile.parse(repository.read(file));
        } catch (Problem | ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            throw new Problem(file + ": this is not a recording (" + e.getMessage() + "); record it again: "
                    + Record.COMMAND + " " + level.name());
        }
    }
}
