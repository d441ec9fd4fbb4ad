package exercises;

import ground.Problem;
import ground.Repository;
import ground.Workshop;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Begins an exercise, or checks a learner's attempt at it; without a name, lists them all. */
public final class Main {
    static final String COMMAND = "mvn -q -pl docs compile exec:java@exercise";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Repository repository;
    private final Duration limit;
    private final PrintStream out;

    /** @param limit how long a test of a check may take */
    Main(Repository repository, Duration limit, PrintStream out) {
        this.repository = repository;
        this.limit = limit;
        this.out = out;
    }

    /** @param args the folder of the repository, and the name of an exercise or none */
    public static void main(String[] args) throws Exception {
        Repository repository = new Repository(Path.of(args[0]).toRealPath());
        Main main = new Main(repository, LIMIT, System.out);
        String name = args.length < 2 || args[1] == null ? "" : args[1];
        // After any other failure Maven would print a page.
        System.exit(main.run(name));
    }

    /** Returns the exit status: 0 if all is well, 1 for an unsolved exercise, 2 for a wrong name. */
    int run(String name) throws Exception {
        if (name.isEmpty()) {
            list();
            return 0;
        }
        Optional<Exercise> exercise = Exercise.find(repository, name);
        if (exercise.isEmpty()) {
            List<String> names =
                    Exercise.all(repository).stream().map(Exercise::name).toList();
            out.println("There is no exercise " + name + "; there are " + String.join(", ", names) + ".");
            return 2;
        }
        if (exercise.get().isBegun()) {
            return check(exercise.get()) ? 0 : 1;
        }
        return begin(exercise.get()) ? 0 : 1;
    }

    private boolean begin(Exercise exercise) throws Exception {
        try {
            exercise.sources("start").write(repository.path(exercise.attempt()));
        } catch (Problem refusal) {
            out.println("It could not start: " + refusal.getMessage());
            return false;
        }
        out.println("The task is in " + exercise.task());
        out.println("Your copy is in " + exercise.attempt() + "; change these files there:");
        exercise.toEdit().forEach(file -> out.println("  " + file));
        out.println("Then type the same command again, and your attempt is checked.");
        return true;
    }

    private boolean check(Exercise exercise) throws Exception {
        boolean isSolved = check(exercise, out::println).endsWith(Verdicts.SOLVED);
        if (isSolved) {
            out.println("Compare it with " + exercise.solution());
        }
        return isSolved;
    }

    /** Returns the last line of the verdict. */
    private String check(Exercise exercise, Consumer<String> lines) throws Exception {
        Path printed = repository.path(exercise.printed());
        try (Workshop workshop = new Workshop(repository)) {
            Checker checker = new Checker(exercise, workshop, limit);
            Path classes = checker.compile(repository.path(exercise.attempt()));
            String summary = checker.run(Map.of(classes, CheckRunner.ALL), printed, lines);
            lines.accept("What it printed is in " + exercise.printed());
            return summary;
        } catch (Problem refusal) {
            lines.accept(refusal.getMessage());
            return "cannot be checked";
        }
    }

    private void list() throws Exception {
        for (Exercise exercise : Exercise.all(repository)) {
            String state = exercise.isBegun() ? check(exercise, line -> {}) : "not begun";
            out.printf("%s  %-16s%s%n", exercise.number(), exercise.name(), state);
        }
        out.println("To begin one, or to check what you have: " + COMMAND + " -Dexercise=NAME");
    }
}
