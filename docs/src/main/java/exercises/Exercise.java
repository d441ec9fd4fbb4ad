package exercises;

import ground.Problem;
import ground.Repository;
import ground.Sources;
import java.util.List;
import java.util.Optional;

/**
 * A folder {@code docs/exercises/NN-name}. The start is laid over the last stage, or over the one that its file
 * {@code base} names, the solution over the start, and each edit in the folder {@code wrong} changes the solution.
 */
record Exercise(Repository repository, String folder) {
    private static final String FOLDER = "docs/exercises";
    private static final String REFUSED_BY = "Refused by: ";

    /** What the checks of the pool have in common. */
    static final String PROMISES = FOLDER + "/Promises.java";

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

    /** What the solution changes, as a diff from the start. */
    String solution() {
        return folder + "/solution.diff";
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
        return !Repository.sources(repository.path(attempt())).isEmpty();
    }

    /** Whether its check extends the promises, which compile only with a pool that has them all. */
    boolean hasPromises() {
        return repository.read(folder + "/Check.java").contains(" extends Promises ");
    }

    /** The files that the learner is to change: those that the solution changes. */
    List<String> toEdit() {
        Sources start = sources("start");
        Sources solution = sources("start", "solution");
        return solution.texts().keySet().stream()
                .filter(file -> !solution.text(file).equals(start.text(file)))
                .toList();
    }

    /** The plausible attempts that the check has to reject. */
    List<String> wrong() {
        return repository.names(folder + "/wrong", ".diff").stream()
                .map(name -> "wrong/" + name)
                .toList();
    }

    /**
     * The claim that refuses a wrong attempt.
     *
     * @throws Problem if the edit does not name one
     */
    String refusal(String wrong) {
        String file = folder + "/" + wrong + ".diff";
        return repository.lines(file).stream()
                .filter(line -> line.startsWith(REFUSED_BY))
                .map(line -> line.substring(REFUSED_BY.length()))
                .findFirst()
                .orElseThrow(() -> new Problem(file + ":1: a wrong attempt names the claim that refuses it;"
                        + " put a line `" + REFUSED_BY + "...` below its reason"));
    }

    /** The sources of the stage that it starts from, with these layers over them. */
    Sources sources(String... layers) {
        Sources sources = Sources.ofBase(repository, folder);
        for (String layer : layers) {
            sources = sources.with(folder + "/" + layer);
        }
        return sources;
    }
}
