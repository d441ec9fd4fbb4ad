package ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program's sources, in layers: those of a stage, and what is laid over them. */
public final class Sources {
    private static final String JAVA = ".java";
    private static final String EDIT = ".diff";

    private final Repository repository;
    private final Map<String, String> texts = new TreeMap<>();

    private Sources(Repository repository) {
        this.repository = repository;
    }

    public static Sources ofLastStage(Repository repository) {
        return new Sources(repository).with(repository.lastStage() + "/src/main/java/hello");
    }

    /** The sources of the stage that is named in the folder's file {@code base}, or else of the last stage. */
    public static Sources ofBase(Repository repository, String folder) {
        String base = folder + "/base";
        String stage = repository.isFile(base) ? repository.read(base).strip() : repository.lastStage();
        return new Sources(repository).with(stage + "/src/main/java/hello");
    }

    /**
     * Lays over these the sources in a folder, and makes the edit in the file {@code FOLDER.diff}.
     *
     * @throws Problem if there is neither of the two, or if the edit does not fit
     */
    public Sources with(String layer) {
        List<String> names = repository.names(layer, JAVA);
        names.forEach(name -> texts.put(name + JAVA, repository.read(layer + "/" + name + JAVA)));
        if (repository.isFile(layer + EDIT)) {
            Edit.read(repository, layer + EDIT).apply(texts);
        } else if (names.isEmpty()) {
            throw new Problem("there is no " + layer + EDIT + ", and no source in " + layer + "; add one of them");
        }
        return this;
    }

    /** What a file holds, or null if there is none of that name. */
    public String text(String file) {
        return texts.get(file);
    }

    public void write(Path to) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<String, String> source : texts.entrySet()) {
            Files.writeString(to.resolve(source.getKey()), source.getValue());
        }
    }
}
