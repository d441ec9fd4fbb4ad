package scheduler;

import ground.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A level's program, compiled.
 *
 * @param beginning what its threads do before a level begins
 * @param isComplete whether no thread is started after that
 */
record Compiled(Sources sources, Path classes, String main, List<Beginning> beginning, boolean isComplete) {
    /** Changes whenever the code does, or its lines; but not with its comments. */
    String fingerprint() {
        CRC32 sum = new CRC32();
        for (String file : files()) {
            for (String line : sources.lines(file)) {
                String code = line.replaceFirst("^\\s*(/?\\*|//).*", "").stripTrailing();
                sum.update((code + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** The source files that it is made of, and no others of the stage. */
    List<String> files() {
        return sources.texts().keySet().stream()
                .filter(file -> Files.exists(classes.resolve("hello/" + file.replace(".java", ".class"))))
                .toList();
    }

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
