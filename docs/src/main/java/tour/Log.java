package tour;

import ground.Problem;
import ground.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened, and the file that it is recorded in, if that is wanted. */
record Log(Optional<Path> file, Recording recording) {
    static final List<String> COLUMNS = List.of("stage", "request", "page", "event", "millis");

    /** @throws Problem if the file cannot be written */
    static Log open(Optional<Path> file, String... args) {
        String command = "java -cp docs/target/classes tour.Tour " + String.join(" ", args);
        Log log = new Log(file, new Recording(Recording.originOf(command), COLUMNS, new ArrayList<>()));
        log.write();
        return log;
    }

    void add(String stage, List<Request> requests) {
        requests.forEach(request -> recording.rows().addAll(request.rows(stage)));
        write();
    }

    private void write() {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(file.get(), recording.format());
        } catch (NoSuchFileException e) {
            throw new Problem("Cannot write " + file.get() + ": there is no such folder");
        } catch (IOException e) {
            throw new Problem("Cannot write " + file.get() + ": " + e.getMessage());
        }
    }
}
