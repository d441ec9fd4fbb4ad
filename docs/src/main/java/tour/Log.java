package tour;

import ground.Problem;
import ground.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The file that what happened is recorded in, as comma-separated values, if one is wanted. */
record Log(Optional<Path> file) {
    /** @throws Problem if it cannot be written */
    static Log open(Optional<Path> file, String... args) {
        Log log = new Log(file);
        String command = "java -cp docs/target/classes tour.Tour " + String.join(" ", args);
        log.write("# " + Recording.originOf(command) + "\nstage,request,page,event,millis\n");
        return log;
    }

    void add(String stage, List<Request> requests) {
        StringBuilder rows = new StringBuilder();
        requests.forEach(request -> rows.append(request.csv(stage)));
        write(rows.toString(), StandardOpenOption.APPEND);
    }

    private void write(String text, StandardOpenOption... how) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(file.get(), text, how);
        } catch (NoSuchFileException e) {
            throw new Problem("Cannot write " + file.get() + ": there is no such folder");
        } catch (IOException e) {
            throw new Problem("Cannot write " + file.get() + ": " + e.getMessage());
        }
    }
}
