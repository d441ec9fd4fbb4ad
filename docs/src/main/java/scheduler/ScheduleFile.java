package scheduler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schedule as JSON: what occurs more than once is written once, and then called by its number. */
final class ScheduleFile {
    private static final List<String> TABLES =
            List.of("files", "texts", "positions", "shared", "states", "printed", "bad");

    private final Index files = new Index();
    private final Index texts = new Index();
    private final Index positions = new Index();
    private final Index shared = new Index();
    private final List<List<Object>> states = new ArrayList<>();
    private final List<List<Object>> printed = new ArrayList<>();

    private ScheduleFile() {}

    static String format(Schedule schedule) {
        ScheduleFile file = new ScheduleFile();
        for (int i = 0; i < schedule.graph().size(); i++) {
            file.add(schedule.graph(), i);
        }
        List<List<?>> tables = List.of(
                file.files.all(),
                file.texts.all(),
                file.positions.all(),
                file.shared.all(),
                file.states,
                file.printed,
                schedule.bad());
        Map<String, Object> json = new LinkedHashMap<>(schedule.head());
        for (int i = 0; i < TABLES.size(); i++) {
            json.put(TABLES.get(i), tables.get(i));
        }
        return Json.format(json);
    }

    private void add(Graph graph, int number) {
        List<Object> row = new ArrayList<>();
        graph.state(number).positions().forEach(position -> row.add(positions.of(numbers(position))));
        row.add(shared.of(numbers(graph.state(number).shared())));
        for (int thread = 0; thread < graph.threads(number); thread++) {
            int next = graph.next(number, thread);
            row.add(next);
            if (next >= 0 && !graph.printed(number, thread).isEmpty()) {
                printed.add(List.of(number, thread, texts.of(graph.printed(number, thread))));
            }
        }
        states.add(row);
    }

    private List<Object> numbers(State.Position position) {
        List<Object> spots = new ArrayList<>();
        for (State.Spot spot : position.spots()) {
            spots.addAll(List.of(files.of(spot.file()), spot.line()));
        }
        return List.of(
                position.status().ordinal(),
                texts.of(position.waitsFor()),
                position.isInterrupted() ? 1 : 0,
                spots,
                texts.ofAll(position.locals()));
    }

    private List<Object> numbers(State.Shared all) {
        List<Object> jobs = new ArrayList<>();
        all.jobs().forEach(job -> jobs.addAll(List.of(job.number(), job.runs(), job.isAccepted() ? 1 : 0)));
        return List.of(texts.ofAll(all.channel()), texts.ofAll(all.locks()), jobs, texts.ofAll(all.fields()));
    }

    static Schedule parse(String text) {
        return new Reader(Json.parse(text)).schedule();
    }

    /** Gives each value a number. */
    private static final class Index {
        private final Map<Object, Integer> numbers = new LinkedHashMap<>();

        int of(Object value) {
            return numbers.computeIfAbsent(value, key -> numbers.size());
        }

        List<Object> ofAll(List<String> values) {
            return values.stream().map(value -> (Object) of(value)).toList();
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
            TABLES.forEach(head::remove);
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
