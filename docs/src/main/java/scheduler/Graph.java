package scheduler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The states of a program, and the moves that lead from one to another; the first state is number 0. */
final class Graph {
    static final int UNTRIED = -2;
    static final int IMPOSSIBLE = -1;

    private final List<State> states = new ArrayList<>();
    private final Map<State, Integer> numbers = new HashMap<>();
    private final List<int[]> moves = new ArrayList<>();
    private final List<String[]> printed = new ArrayList<>();

    int size() {
        return states.size();
    }

    State state(int number) {
        return states.get(number);
    }

    /** The number of a state, which is a new one if it has not been met before. */
    int number(State state) {
        Integer known = numbers.get(state);
        if (known == null) {
            known = size();
            numbers.put(state, known);
            add(state);
        }
        return known;
    }

    /** Adds a state, though there may be one that looks the same. */
    void add(State state) {
        states.add(state);
        int[] next = new int[state.positions().size()];
        for (int i = 0; i < next.length; i++) {
            boolean isReady = state.positions().get(i).status() == State.Status.READY;
            next[i] = isReady ? UNTRIED : IMPOSSIBLE;
        }
        moves.add(next);
        printed.add(new String[next.length]);
    }

    /** Where a thread's move leads to. */
    int next(int from, int thread) {
        return moves.get(from)[thread];
    }

    int threads(int state) {
        return moves.get(state).length;
    }

    String printed(int from, int thread) {
        return printed.get(from)[thread];
    }

    void add(int from, int thread, int to, String lines) {
        moves.get(from)[thread] = to;
        printed.get(from)[thread] = lines;
    }

    int moves() {
        return moves.stream()
                .mapToInt(
                        next -> (int) Arrays.stream(next).filter(to -> to >= 0).count())
                .sum();
    }

    boolean hasUntried(int state) {
        return untried(state) >= 0;
    }

    /** A thread whose move has not been tried; -1 if there is none. */
    int untried(int state) {
        int[] next = moves.get(state);
        for (int i = 0; i < next.length; i++) {
            if (next[i] == UNTRIED) {
                return i;
            }
        }
        return -1;
    }

    /** The threads that move on a shortest way to such a state; null if there is no way. */
    List<Integer> path(int from, IntPredicate wanted) {
        Map<Integer, int[]> cameFrom = new HashMap<>();
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(from));
        cameFrom.put(from, new int[] {-1, -1});
        while (!queue.isEmpty()) {
            int at = queue.remove();
            if (wanted.test(at)) {
                List<Integer> path = new ArrayList<>();
                for (int[] step = cameFrom.get(at); step[0] >= 0; step = cameFrom.get(step[0])) {
                    path.add(step[1]);
                }
                Collections.reverse(path);
                return path;
            }
            int[] next = moves.get(at);
            for (int i = 0; i < next.length; i++) {
                if (next[i] >= 0 && cameFrom.putIfAbsent(next[i], new int[] {at, i}) == null) {
                    queue.add(next[i]);
                }
            }
        }
        return null;
    }

    /** The states from which some way leads to such a state, and these states themselves. */
    Set<Integer> leadingTo(Predicate<State> wanted) {
        List<List<Integer>> before = new ArrayList<>();
        states.forEach(state -> before.add(new ArrayList<>()));
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int from = 0; from < size(); from++) {
            for (int to : moves.get(from)) {
                if (to >= 0) {
                    before.get(to).add(from);
                }
            }
            if (wanted.test(states.get(from))) {
                queue.add(from);
            }
        }
        Set<Integer> found = new HashSet<>(queue);
        while (!queue.isEmpty()) {
            for (int from : before.get(queue.remove())) {
                if (found.add(from)) {
                    queue.add(from);
                }
            }
        }
        return found;
    }
}
