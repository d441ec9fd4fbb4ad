package scheduler;

import ground.Problem;
import ground.Repository;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
                    graph.add(number, thread, numbers.get(to), found.printed(old, thread));
                }
            }
        });
        Set<Integer> bad = new TreeSet<>();
        level.goals().forEach(fault -> bad.addAll(fault.in(graph)));
        return new Schedule(head(level, program, graph), graph, List.copyOf(bad));
    }

    /** All that is not about the states. */
    static Map<String, Object> head(Level level, Compiled program, Graph graph) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("level", level.name());
        WORDS.forEach(word -> head.put(word, level.word(word)));
        head.put("holds", level.holds());
        head.put("stage", level.stage());
        head.put("layers", level.layers());
        head.put("code", program.fingerprint());
        List<String> threads =
                graph.state(0).positions().stream().map(State.Position::thread).toList();
        head.put("threads", threads);
        return head;
    }

    String format() {
        Index files = new Index();
        Index texts = new Index();
        Index positions = new Index();
        Index shared = new Index();
        List<List<Object>> states = new ArrayList<>();
        List<List<Object>> printed = new ArrayList<>();
        for (int i = 0; i < graph.size(); i++) {
            List<Object> row = new ArrayList<>();
            for (State.Position position : graph.state(i).positions()) {
                List<Object> spots = new ArrayList<>();
                position.spots().forEach(spot -> {
                    spots.add(files.of(spot.file()));
                    spots.add(spot.line());
                });
                row.add(positions.of(List.of(
                        position.status().ordinal(),
                        texts.of(position.waitsFor()),
                        position.isInterrupted() ? 1 : 0,
                        spots,
                        texts.of(position.locals()))));
            }
            State.Shared all = graph.state(i).shared();
            List<Object> jobs = new ArrayList<>();
            all.jobs().forEach(job -> jobs.addAll(List.of(job.number(), job.runs(), job.isAccepted() ? 1 : 0)));
            row.add(shared.of(List.of(texts.of(all.channel()), texts.of(all.locks()), jobs, texts.of(all.fields()))));
            for (int thread = 0; thread < graph.threads(i); thread++) {
                row.add(graph.next(i, thread));
                String lines = graph.next(i, thread) < 0 ? "" : graph.printed(i, thread);
                if (!lines.isEmpty()) {
                    printed.add(List.of(i, thread, texts.of(lines.stripTrailing())));
                }
            }
            states.add(row);
        }
        Map<String, Object> json = new LinkedHashMap<>(head);
        json.put("files", files.all());
        json.put("texts", texts.all());
        json.put("positions", positions.all());
        json.put("shared", shared.all());
        json.put("states", states);
        json.put("printed", printed);
        json.put("bad", bad);
        return Json.format(json);
    }

    /** @throws Problem if there is no recording, or if it cannot be read */
    static Schedule read(Repository repository, Level level) {
        String file = file(level.name());
        if (!repository.isFile(file)) {
            throw new Problem("there is no " + file + "; record it: " + Record.COMMAND + " " + level.name());
        }
        try {
            return new Reader(Json.parse(repository.read(file))).schedule();
        } catch (Problem | ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            throw new Problem(file + ": this is no recording (" + e.getMessage() + "); record it anew: "
                    + Record.COMMAND + " " + level.name());
        }
    }

    /** Gives each value a number. */
    private static final class Index {
        private final Map<Object, Integer> numbers = new LinkedHashMap<>();

        int of(Object value) {
            return numbers.computeIfAbsent(value, key -> numbers.size());
        }

        List<Object> of(List<String> values) {
            return values.stream().map(value -> (Object) of((Object) value)).toList();
        }

        List<Object> all() {
            return List.copyOf(numbers.keySet());
        }
    }

    /** Puts the numbers back into words. */
    private record Reader(Map<String, Object> json) {
        Schedule schedule() {
            Graph graph = new Graph();
            List<String> threads = strings("threads");
            List<List<Object>> states = lists("states");
            for (List<Object> row : states) {
                List<State.Position> positions = new ArrayList<>();
                for (int i = 0; i < threads.size(); i++) {
                    positions.add(position(threads.get(i), lists("positions").get((Integer) row.get(i))));
                }
                graph.add(new State(positions, shared(lists("shared").get((Integer) row.get(threads.size())))));
            }
            for (int i = 0; i < states.size(); i++) {
                for (int thread = 0; thread < threads.size(); thread++) {
                    graph.add(i, thread, (Integer) states.get(i).get(threads.size() + 1 + thread), "");
                }
            }
            for (List<Object> row : lists("printed")) {
                int from = (Integer) row.get(0);
                int thread = (Integer) row.get(1);
                graph.add(
                        from,
                        thread,
                        graph.next(from, thread),
                        texts(List.of(row.get(2))).get(0));
            }
            Map<String, Object> head = new LinkedHashMap<>(json);
            List.of("files", "texts", "positions", "shared", "states", "printed", "bad")
                    .forEach(head::remove);
            return new Schedule(head, graph, numbers(json.get("bad")));
        }

        private State.Position position(String thread, List<Object> row) {
            List<State.Spot> spots = new ArrayList<>();
            List<Integer> all = numbers(row.get(3));
            for (int i = 0; i < all.size(); i += 2) {
                spots.add(new State.Spot(strings("files").get(all.get(i)), all.get(i + 1)));
            }
            return new State.Position(
                    thread,
                    State.Status.values()[(Integer) row.get(0)],
                    texts(List.of(row.get(1))).get(0),
                    spots,
                    texts(list(row.get(4))),
                    row.get(2).equals(1),
                    "");
        }

        private State.Shared shared(List<Object> row) {
            List<State.Task> jobs = new ArrayList<>();
            List<Integer> all = numbers(row.get(2));
            for (int i = 0; i < all.size(); i += 3) {
                jobs.add(new State.Task(all.get(i), all.get(i + 1), all.get(i + 2) == 1));
            }
            return new State.Shared(
                    texts(list(row.get(0))), texts(list(row.get(1))), jobs, texts(list(row.get(3))), "");
        }

        @SuppressWarnings("unchecked")
        private static List<Object> list(Object value) {
            return (List<Object>) value;
        }

        private static List<Integer> numbers(Object value) {
            return list(value).stream().map(Integer.class::cast).toList();
        }

        private List<String> strings(String key) {
            return list(json.get(key)).stream().map(String.class::cast).toList();
        }

        @SuppressWarnings("unchecked")
        private List<List<Object>> lists(String key) {
            return (List<List<Object>>) (List<?>) list(json.get(key));
        }

        private List<String> texts(Collection<Object> numbers) {
            List<Object> texts = list(json.get("texts"));
            return numbers.stream()
                    .map(number -> (String) texts.get((Integer) number))
                    .toList();
        }
    }
}
