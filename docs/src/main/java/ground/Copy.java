package ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A reader's copy of a stage: its folder {@code src}, with these Java sources in place of the
 * stage's own. It never changes; whoever types makes another one.
 *
 * @param sources the text of each file in {@code src/main/java/hello}, by its name
 */
public record Copy(String stage, SortedMap<String, String> sources) {
    public static final String SOURCES = "src/main/java/hello";

    public Copy {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /** A fresh copy. */
    public static Copy of(Repository repository, String stage) {
        return new Copy(stage, Collections.emptySortedMap()).over(repository, stage + "/" + SOURCES);
    }

    /** What a reader has in a folder; nothing if there is no such folder. */
    public static Copy in(Path folder) throws IOException {
        Copy copy = new Copy("", Collections.emptySortedMap());
        for (String file : Repository.sources(folder.resolve(SOURCES))) {
            copy = copy.with(file, Files.readString(folder.resolve(SOURCES).resolve(file)));
        }
        return copy;
    }

    /** With the Java sources of a folder of the repository over its own. */
    public Copy over(Repository repository, String folder) {
        SortedMap<String, String> texts = new TreeMap<>(sources);
        for (String file : repository.list(folder)) {
            if (file.endsWith(".java")) {
                texts.put(file, repository.read(folder + "/" + file));
            }
        }
        return new Copy(stage, texts);
    }

    /** With this text for a file, or without the file if the text is null. */
    public Copy with(String file, String text) {
        SortedMap<String, String> texts = new TreeMap<>(sources);
        texts.remove(file);
        if (text != null) {
            texts.put(file, text);
        }
        return new Copy(stage, texts);
    }

    /** The lines of a file; empty if there is no such file. */
    public Optional<List<String>> lines(String file) {
        return Optional.ofNullable(sources.get(file)).map(text -> text.lines().toList());
    }

    /** The first file whose text is not the same in both, in the order of the names. */
    public Optional<String> difference(Copy other) {
        TreeSet<String> files = new TreeSet<>(sources.keySet());
        files.addAll(other.sources.keySet());
        files.removeIf(file -> sources.getOrDefault(file, "").equals(other.sources.getOrDefault(file, "")));
        return files.stream().findFirst();
    }

    /** Writes a part of the folder {@code src}, or all of it, into the folder {@code to}. */
    public void layOut(Repository repository, String part, Path to) throws IOException {
        for (String file : repository.tree(stage + "/" + part)) {
            if (!(part + "/" + file).startsWith(SOURCES + "/")) {
                Path copy = to.resolve(part).resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(repository.path(stage + "/" + part + "/" + file), copy);
            }
        }
        Path folder = Files.createDirectories(to.resolve(SOURCES));
        for (String file : sources.keySet()) {
            Files.writeString(folder.resolve(file), sources.get(file));
        }
    }
}
