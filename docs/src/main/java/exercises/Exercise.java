package exercises;

import ground.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder {@code docs/exercises/NN-name}. Its folder {@code start} holds only the sources that
 * differ from the last stage, or from the stage that its file {@code base} names; {@code solution}
 * those that differ from the start, and each folder in {@code wrong} those that differ from the
 * solution.
 */
record Exercise(Repository repository, String folder) {
    private static final String FOLDER = "docs/exercises";
    private static final String SOURCES = "/src/main/java/hello";

    static List<Exercise> all(Repository repository) {
        return repository.list(FOLDER).stream()
                .filter(name -> name.matches("\\d\\d-.+"))
                .map(name -> new Exercise(repository, FOLDER + "/" + name))
                .toList();
    }

    /** @param name with the number of its folder, or without it */
    static Optional<Exercise> find(Repository repository, String name) {
        return all(repository).stream()
                .filter(exercise -> List.of(exercise.name(), exercise.number() + "-" + exercise.name())
                        .contains(name))
                .findFirst();
    }

    String name() {
        return folder.substring(FOLDER.length() + "/NN-".length());
    }

    String number() {
        return folder.substring(FOLDER.length() + 1, FOLDER.length() + 3);
    }

    String task() {
        return folder + "/README.md";
    }

    /** Where the learner works; not a part of the repository. */
    String attempt() {
        return "attempts/" + name() + "/hello";
    }

    /** What the learner's attempt printed when it was last checked. */
    String printed() {
        return "attempts/" + name() + "/printed.txt";
    }

    boolean isBegun() {
        return Files.isDirectory(repository.path(attempt()));
    }

    /** The files that the learner is to change: those that the solution changes. */
    List<String> toEdit() {
        return sources(folder + "/solution");
    }

    /** The plausible attempts that the check has to reject. */
    List<String> wrong() {
        return repository.list(folder + "/wrong").stream()
                .map(name -> "wrong/" + name)
                .toList();
    }

    String base() {
        List<String> stages = repository.stages();
        boolean isNamed = repository.list(folder).contains("base");
        return isNamed ? repository.read(folder + "/base").strip() : stages.get(stages.size() - 1);
    }

    /** Copies the stage's sources, and over them those of each layer. */
    void layOut(Path to, String... layers) throws IOException {
        Files.createDirectories(to);
        copy(base() + SOURCES, to);
        for (String layer : layers) {
            copy(folder + "/" + layer, to);
        }
    }

    private void copy(String from, Path to) throws IOException {
        for (String file : sources(from)) {
            Files.writeString(to.resolve(file), repository.read(from + "/" + file));
        }
    }

    private List<String> sources(String from) {
        Stream<String> files = repository.list(from).stream();
        return files.filter(file -> file.endsWith(".java")).toList();
    }
}
