package scheduler;

import ground.Compilation;
import ground.Problem;
import ground.Repository;
import ground.Sources;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program, and what is to be brought about in it, as a file {@code docs/levels/NN-name.txt} says: on each
 * line a key, a colon and a text, which goes on in the lines below that begin with a space.
 */
record Level(Repository repository, String name, Map<String, List<String>> texts) {
    private static final String FOLDER = "docs/levels";
    private static final String END = ".txt";

    static List<Level> all(Repository repository) {
        return repository.names(FOLDER, END).stream()
                .map(name -> read(repository, name))
                .toList();
    }

    /** @param given with its number, without it, or the number alone */
    static Optional<Level> find(Repository repository, String given) {
        String name = given.matches("\\d") ? "0" + given : given;
        return all(repository).stream()
                .filter(level -> List.of(level.name, level.name.substring(3), level.name.substring(0, 2))
                        .contains(name))
                .findFirst();
    }

    private static Level read(Repository repository, String name) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        List<String> last = new ArrayList<>();
        int number = 0;
        for (String line : repository.lines(FOLDER + "/" + name + END)) {
            number++;
            if (line.startsWith(" ") && !last.isEmpty()) {
                last.add(last.remove(last.size() - 1) + " " + line.strip());
            } else if (line.matches("\\w+: .+")) {
                last = texts.computeIfAbsent(line.replaceFirst(":.*", ""), key -> new ArrayList<>());
                last.add(line.replaceFirst("\\w+: ", "").strip());
            } else {
                throw new Problem(FOLDER + "/" + name + END + ":" + number
                        + ": this is not `key: text`; write it so, or begin it with a space");
            }
        }
        return new Level(repository, name, texts);
    }

    String file() {
        return FOLDER + "/" + name + END;
    }

    int number() {
        return Integer.parseInt(name.substring(0, 2));
    }

    /** @throws Problem if the file does not say */
    String text(String key) {
        if (!texts.containsKey(key)) {
            throw new Problem(file() + ":1: there is no `" + key + ":`; add it");
        }
        return texts.get(key).get(0);
    }

    /** Empty if the file does not say. */
    String word(String key) {
        return String.join("", list(key));
    }

    List<String> list(String key) {
        return texts.getOrDefault(key, List.of());
    }

    String stage() {
        return repository.stage(text("stage"));
    }

    /** The edits and folders of sources that are laid over the stage, in this order. */
    List<String> layers() {
        return list("layer");
    }

    /** What is to be brought about: one of these. */
    List<Fault> goals() {
        List<String> names = List.of(text("goal").split(", "));
        return names.stream().map(name -> Fault.of(this, name)).toList();
    }

    /** Whether it is the fixed version, in which the goal cannot be reached. */
    boolean holds() {
        return text("holds").equals("yes");
    }

    Sources sources() {
        Sources sources = Sources.of(repository, stage());
        for (String layer : layers()) {
            sources = sources.with(layer);
        }
        return sources;
    }

    Compiled compile(Workshop workshop) throws IOException {
        return compile(workshop, file(), sources(), true);
    }

    /** Where an attempt at an exercise is. */
    static String attempt(String exercise) {
        return "attempts/" + exercise + "/hello";
    }

    static boolean hasAttempt(Repository repository, String exercise) {
        boolean isName = exercise.matches("[\\w-]+");
        return isName && !Repository.sources(repository.path(attempt(exercise))).isEmpty();
    }

    /** Compiles the level's program with the pool of somebody's attempt at an exercise. */
    Compiled compileAttempt(Workshop workshop, String exercise) throws IOException {
        Sources sources = sources();
        for (String file : Repository.sources(repository.path(attempt(exercise)))) {
            sources = sources.with(file, repository.read(attempt(exercise) + "/" + file));
        }
        return compile(workshop, attempt(exercise) + " with the program of " + file(), sources, false);
    }

    /** Breaks a text into lines that fit a terminal. */
    static String wrap(String text) {
        return text.replaceAll("(.{1,80})( |$)", "$1\n").stripTrailing();
    }

    /** Compiles the program with the pool of these sources; only what it uses. */
    private Compiled compile(Workshop workshop, String what, Sources sources, boolean isComplete) throws IOException {
        Path folder = workshop.scratch("level");
        sources.write(folder.resolve("hello"));
        Path classes = folder.resolve("classes");
        List<String> arguments = List.of(
                "-g",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "--release",
                "17",
                "-implicit:class",
                "-sourcepath",
                folder.toString(),
                "-d",
                classes.toString(),
                folder.resolve("hello/" + text("main") + ".java").toString());
        Compilation compilation = Compilation.run(folder, arguments);
        if (!compilation.succeeded()) {
            throw new Problem(what + ": this does not compile\n" + String.join("\n", compilation.output()));
        }
        return new Compiled(sources, classes, "hello." + text("main"), beginning(sources), isComplete);
    }

    private List<Compiled.Beginning> beginning(Sources sources) {
        List<Compiled.Beginning> beginning = new ArrayList<>();
        for (String text : list("begin")) {
            String[] parts = text.split(": ", 2);
            if (parts.length < 2) {
                throw new Problem(file() + ": `begin: " + text + "` names no line; write `begin: THREAD: LINE`");
            }
            beginning.add(new Compiled.Beginning(parts[0], parts[1], sources));
        }
        return beginning;
    }
}
