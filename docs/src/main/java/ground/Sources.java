package ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A program's sources: those of a stage, with layers or typed blocks over them. They never change;
 * each layer makes new ones.
 *
 * @param texts what each file in {@code src/main/java/hello} holds, by its name
 */
public record Sources(Repository repository, String stage, SortedMap<String, String> texts) {
    private static final String FOLDER = "src/main/java/hello";
    private static final String JAVA = ".java";
    private static final String EDIT = ".diff";

    public Sources {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static Sources of(Repository repository, String stage) {
        return new Sources(repository, stage, Collections.emptySortedMap()).with(stage + "/" + FOLDER);
    }

    public static Sources ofLastStage(Repository repository) {
        return of(repository, repository.lastStage());
    }

    /** The sources of the stage that the folder's file {@code base} names, or else of the last stage. */
    public static Sources ofBase(Repository repository, String folder) {
        String base = folder + "/base";
        return of(repository, repository.isFile(base) ? repository.read(base).strip() : repository.lastStage());
    }

    /** What an exercise's layer makes of its base: {@code docs/exercises/NN-name/start} or {@code solution}. */
    public static Sources ofLayer(Repository repository, String layer) {
        String exercise = layer.replaceFirst("/[^/]*$", "");
        Sources base = ofBase(repository, exercise);
        return (layer.endsWith("/solution") ? base.with(exercise + "/start") : base).with(layer);
    }

    /**
     * With the sources in a folder over these, and the edit in the file {@code FOLDER.diff} made.
     *
     * @throws Problem if there is neither of the two, or if the edit does not fit
     */
    public Sources with(String layer) {
        SortedMap<String, String> all = new TreeMap<>(texts);
        List<String> names = repository.names(layer, JAVA);
        names.forEach(name -> all.put(name + JAVA, repository.read(layer + "/" + name + JAVA)));
        if (repository.isFile(layer + EDIT)) {
            Edit.read(repository, layer + EDIT).apply(all);
        } else if (names.isEmpty()) {
            throw new Problem("there is no " + layer + EDIT + ", and no source in " + layer + "; add one of them");
        }
        return new Sources(repository, stage, all);
    }

    /** With this text for a file, or without the file if the text is null. */
    public Sources with(String file, String text) {
        SortedMap<String, String> all = new TreeMap<>(texts);
        all.remove(file);
        if (text != null) {
            all.put(file, text);
        }
        return new Sources(repository, stage, all);
    }

    /** What a file holds, or null if there is none of that name. */
    public String text(String file) {
        return texts.get(file);
    }

    /** The lines of a file; none if there is no such file. */
    public List<String> lines(String file) {
        return texts.getOrDefault(file, "").lines().toList();
    }

    /** The first file that differs, in the order of the names. */
    public Optional<String> difference(Map<String, String> others) {
        TreeSet<String> files = new TreeSet<>(texts.keySet());
        files.addAll(others.keySet());
        files.removeIf(file -> texts.getOrDefault(file, "").equals(others.getOrDefault(file, "")));
        return files.stream().findFirst();
    }

    /** Writes the sources into a folder. */
    public void write(Path to) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<String, String> source : texts.entrySet()) {
            Files.writeString(to.resolve(source.getKey()), source.getValue());
        }
    }

    /** Lays out a copy of the stage's folder {@code src}, or of a part of it, with these sources. */
    public void layOut(String part, Path to) throws IOException {
        for (String file : repository.tree(stage + "/" + part)) {
            Path copy = to.resolve(part).resolve(file);
            if (!copy.getParent().endsWith(FOLDER)) {
                Files.createDirectories(copy.getParent());
                Files.copy(repository.path(stage + "/" + part + "/" + file), copy);
            }
        }
        write(to.resolve(FOLDER));
    }

    /** What a laid out copy holds now. */
    public static Map<String, String> read(Path copy) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String file : Repository.sources(copy.resolve(FOLDER))) {
            texts.put(file, Files.readString(copy.resolve(FOLDER).resolve(file)));
        }
        return texts;
    }
}
