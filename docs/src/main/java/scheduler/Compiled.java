package scheduler;

import ground.Sources;
import java.nio.file.Path;
import java.util.List;

/**
 * A level's program, compiled.
 *
 * @param beginning what its threads do before a level begins
 * @param isComplete whether no thread is started after that
 */
record Compiled(Sources sources, Path classes, String main, List<Beginning> beginning, boolean isComplete) {
    /**
     * A thread goes on alone until it is about to do something.
     *
     * @param line a part of that line; or {@code waits} or {@code ends}, if it is to do that
     */
    record Beginning(String thread, String line, Sources sources) {
        boolean isReached(State.Position position) {
            if (line.equals("ends")) {
                return position.status() == State.Status.ENDED;
            }
            if (line.equals("waits")) {
                return position.status() == State.Status.WAITING;
            }
            if (position.status() != State.Status.READY || position.spots().isEmpty()) {
                return false;
            }
            State.Spot spot = position.spots().get(0);
            return sources.lines(spot.file()).get(spot.line() - 1).contains(line);
        }

        @Override
        public String toString() {
            return thread + ": " + line;
        }
    }
}
