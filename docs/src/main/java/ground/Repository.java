package ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds the stages and the text. All names are relative to it, with slashes. */
public record Repository(Path root) {
    /** The repository that the working directory lies in. */
    public static Repository find() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/steps"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new Problem("No docs/steps here or above; run this in the repository");
            }
        }
        return new Repository(folder);
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    public boolean isFile(String name) {
        return Files.isRegularFile(path(name));
    }

    public String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> lines(String name) {
        return read(name).lines().toList();
    }

    /** The stages' folders, in order. */
    public List<String> stages() {
        return list("").stream().filter(name -> name.matches("stage\\d\\d-.*")).toList();
    }

    /** The two digits in the name of a stage. */
    public static String number(String stage) {
        return stage.substring("stage".length(), "stage".length() + 2);
    }

    /** The names of what lies in a folder, sorted; none if there is no such folder. */
    public List<String> list(String folder) {
        if (!Files.isDirectory(path(folder))) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path(folder))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder, by their names relative to it, sorted; no build's output. */
    public List<String> tree(String folder) {
        Path top = path(folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> top.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.matches("(.*/)?(target|\\.git)/.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
