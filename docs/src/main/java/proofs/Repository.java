package proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
                throw new Refusal("No docs/steps here or above; run this in the repository");
            }
        }
        return new Repository(folder);
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    boolean isFile(String name) {
        return Files.isRegularFile(path(name));
    }

    public String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(String name) {
        return read(name).lines().toList();
    }

    /** The stages' folders, in order. */
    public List<String> stages() {
        return list("").stream().filter(name -> name.matches("stage\\d\\d-.*")).toList();
    }

    /** The stage whose code the exercises change. */
    public String lastStage() {
        List<String> stages = stages();
        return stages.get(stages.size() - 1);
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

    /** The names of a folder's files that end so, without that ending, sorted; no hidden ones. */
    public List<String> names(String folder, String ending) {
        return list(folder).stream()
                .filter(name -> name.endsWith(ending) && !name.startsWith("."))
                .filter(name -> isFile(folder + "/" + name))
                .map(name -> name.substring(0, name.length() - ending.length()))
                .toList();
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

    /** The pages of the text: README.md, docs/*.md and the task of each exercise. */
    List<Document> documents() {
        List<String> files = new ArrayList<>(List.of("README.md"));
        for (String name : list("docs")) {
            if (name.endsWith(".md")) {
                files.add("docs/" + name);
            }
        }
        for (String name : list("docs/exercises")) {
            files.add("docs/exercises/" + name + "/README.md");
        }
        files.removeIf(file -> !isFile(file));
        return files.stream().map(file -> Document.parse(file, read(file))).toList();
    }
}
