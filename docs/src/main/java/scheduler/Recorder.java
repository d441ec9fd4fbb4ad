package scheduler;

import ground.Problem;
import ground.Workshop;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Finds all states of a program: it ends when no state has a move that has not been tried. */
final class Recorder implements AutoCloseable {
    /** So many threads of runs that nobody goes on with are left in a JVM before it is given up. */
    private static final int MOST_LEFT = 200;

    private final Workshop workshop;
    private Machine machine;
    private int left;
    private int steps;
    private int runs;

    Recorder(Workshop workshop) throws IOException {
        this.workshop = workshop;
        this.machine = Machine.start(workshop);
    }

    int steps() {
        return steps;
    }

    int runs() {
        return runs;
    }

    Graph record(Compiled program) throws IOException {
        Graph graph = new Graph();
        Run run = begin(program);
        int at = graph.number(run.state());
        while (true) {
            List<Integer> path = graph.path(at, graph::hasUntried);
            if (path == null) {
                left += run.left();
                path = graph.path(0, graph::hasUntried);
                if (path == null) {
                    return graph;
                }
                run = begin(program);
                at = 0;
                check(program, graph, 0, -1, 0, run.state());
            }
            Deque<Integer> threads = new ArrayDeque<>(path);
            while (!threads.isEmpty()) {
                at = step(program, graph, run, at, threads.remove());
            }
            while (graph.hasUntried(at)) {
                at = step(program, graph, run, at, graph.untried(at));
            }
        }
    }

    private Run begin(Compiled program) throws IOException {
        runs++;
        if (left > MOST_LEFT) {
            machine.close();
            machine = Machine.start(workshop);
            left = 0;
        }
        return new Run(machine, program);
    }

    private int step(Compiled program, Graph graph, Run run, int at, int thread) {
        steps++;

        String printed = run.move(thread);
        State state = run.state();
        int known = graph.next(at, thread);
        if (known == Graph.UNTRIED) {
            int to = graph.number(state);
            graph.add(at, thread, to, printed);
            return to;
        }
        check(program, graph, at, thread, known, state);
        return known;
    }

    /** The same move has to lead to the same state, or there is something that the states do not show. */
    private static void check(Compiled program, Graph graph, int at, int thread, int known, State state) {
        if (!graph.state(known).equals(state)) {
            throw new Problem(program.main() + ": from " + graph.state(at) + "\nthread " + thread + " came to "
                    + graph.state(known) + "\nand now to " + state);
        }
    }

    @Override
    public void close() {
        machine.close();
    }
}
