package scheduler;

import ground.Problem;
import ground.Workshop;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Takes the ways of a recording on the real code, and refuses what has changed. */
final class Rehearsal implements Closeable {
    private static final int MOST_MOVES = 60;

    private final Machine machine;

    Rehearsal(Workshop workshop) throws IOException {
        this.machine = Machine.start(workshop);
    }

    /**
     * The shortest way to the goal, if there is one, and a sample of the others: the same each time.
     *
     * @return ways, as the numbers of the threads that move
     */
    static List<List<Integer>> ways(Schedule schedule, int sample) {
        Graph graph = schedule.graph();
        List<List<Integer>> ways = new ArrayList<>();
        List<Integer> shortest = graph.path(0, schedule.bad()::contains);
        if (shortest != null) {
            ways.add(shortest);
        }
        Random random = new Random(schedule.head().get("level").hashCode());
        for (int i = 0; i < sample; i++) {
            List<Integer> way = new ArrayList<>();
            int at = 0;
            while (way.size() < MOST_MOVES && !graph.state(at).isFinal()) {
                int thread = random.nextInt(graph.threads(at));
                if (graph.next(at, thread) >= 0) {
                    way.add(thread);
                    at = graph.next(at, thread);
                }
            }
            ways.add(way);
        }
        return ways;
    }

    /** @throws Problem if the program does anything else than was recorded */
    void take(List<Integer> way, Schedule schedule, Compiled program) {
        Graph graph = schedule.graph();
        Run run = new Run(machine, program);
        int at = 0;
        check(schedule, "at the beginning", graph.state(0), run.state());
        for (int step = 0; step < way.size(); step++) {
            int thread = way.get(step);
            String place =
                    "step " + (step + 1) + ", of " + graph.state(at).positions().get(thread);
            String printed = run.move(thread).stripTrailing();
            if (!printed.equals(graph.printed(at, thread))) {
                throw wrong(schedule, place, "prints \"" + graph.printed(at, thread) + '"', '"' + printed + '"');
            }
            at = graph.next(at, thread);
            check(schedule, place, graph.state(at), run.state());
        }
    }

    private static void check(Schedule schedule, String place, State recorded, State seen) {
        State shown = seen.shown();
        for (int i = 0; i < recorded.positions().size(); i++) {
            if (i >= shown.positions().size()
                    || !recorded.positions().get(i).equals(shown.positions().get(i))) {
                String now =
                        i < shown.positions().size() ? shown.positions().get(i).toString() : "nothing";
                throw wrong(schedule, place, recorded.positions().get(i).toString(), now);
            }
        }
        if (!recorded.shared().equals(shown.shared())) {
            throw wrong(
                    schedule,
                    place,
                    recorded.shared().toString(),
                    shown.shared().toString());
        }
    }

    private static Problem wrong(Schedule schedule, String place, String recorded, String seen) {
        String level = (String) schedule.head().get("level");
        return new Problem(Schedule.file(level) + ": " + place + ": the recording says " + recorded + ", but we saw "
                + seen + "; if the sources are right, record it again: " + Record.COMMAND + " " + level);
    }

    @Override
    public void close() {
        machine.close();
    }
}
