package exercises;

import ground.Compilation;
import ground.Problem;
import ground.Program;
import ground.Repository;
import ground.Workshop;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Compiles attempts at an exercise together with its check, and runs the check on them. */
final class Checker {
    /** What the checks use of the last stage's tests. */
    static final List<String> HELPERS = List.of("Caller", "Client", "Console", "Gate", "Watchdog");

    /** For each attempt; each test has a limit of its own, and this is for what evades it. */
    private static final long WATCHDOG_SECONDS = 300;

    private final Exercise exercise;
    private final Workshop workshop;
    private final Duration limit;
    private final String classPath = classPath();

    /**
     * @param workshop for the compiled classes
     * @param limit how long a test of the check may take
     */
    Checker(Exercise exercise, Workshop workshop, Duration limit) {
        this.exercise = exercise;
        this.workshop = workshop;
        this.limit = limit;
    }

    /**
     * Compiles an attempt and the check, and returns the folder of the classes.
     *
     * @param sources the folder of the attempt
     * @param options for javac
     * @throws Problem if one of them does not compile; its message is what javac said
     */
    Path compile(Path sources, String... options) throws IOException {
        Path classes = compile(workshop.scratch("classes"), classPath, sources, check(), options);
        copy(exercise.repository().path(exercise.repository().lastStage() + "/src/main/resources"), classes);
        return classes;
    }

    /**
     * Like {@link #compile}, but compiles only some sources again: the others and the check have been, with
     * another attempt.
     *
     * @param other the folder of those classes, which stay as they are
     */
    Path compileOver(Path other, Path sources, String... options) throws IOException {
        Path classes = workshop.scratch("classes");
        copy(other, classes);
        return compile(classes, classes.toString(), sources, List.of(), options);
    }

    private Path compile(Path classes, String classPath, Path sources, List<String> check, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-encoding", "UTF-8", "-proc:none", "-cp", classPath));
        arguments.addAll(List.of("-d", classes.toString()));
        for (String file : Repository.sources(sources)) {
            arguments.add(sources.resolve(file).toString());
        }
        arguments.addAll(check);
        Compilation compilation = Compilation.run(exercise.repository().root(), arguments);
        if (!compilation.succeeded()) {
            List<String> output = compilation.output();
            // javac compiles the attempt first, so that is fine.
            boolean isMisfit = output.get(0).startsWith(exercise.folder());
            String start = isMisfit ? "The check cannot be compiled against it:\n" : "";
            throw new Problem(start + String.join("\n", output));
        }
        return classes;
    }

    /**
     * Runs the check on compiled attempts, one after the other, in a JVM of its own.
     *
     * @param attempts the folders of their classes, each with the claim to check, or {@link CheckRunner#ALL}
     * @param printed the file that takes what the attempts print
     * @param lines takes the lines of the verdict as they come
     * @return the last line, which is the summary
     * @throws Problem if the JVM has ended before the check was through
     */
    String run(Map<Path, String> attempts, Path printed, Consumer<String> lines)
            throws IOException, InterruptedException {
        List<String> command = Program.quickJava();
        command.addAll(List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
        command.add("-Djunit.jupiter.execution.timeout.default=" + limit.toSeconds() + " s");
        command.addAll(List.of("-cp", classPath, CheckRunner.class.getName()));
        attempts.forEach((attempt, claim) -> command.addAll(List.of(attempt.toString(), claim)));
        Path verdicts = workshop.scratch("verdicts");
        try (Program program = Program.start(verdicts.getParent(), verdicts, printed, command)) {
            CompletableFuture.delayedExecutor(attempts.size() * WATCHDOG_SECONDS, TimeUnit.SECONDS)
                    .execute(program::close);
            AtomicReference<String> claim = new AtomicReference<>("");
            program.follow(line -> {
                if (line.startsWith(Verdicts.TRYING)) {
                    claim.set(line.substring(Verdicts.TRYING.length()));
                } else {
                    lines.accept(line);
                }
            });
            List<String> all = program.output();
            String last = all.isEmpty() ? "" : all.get(all.size() - 1);
            if (program.status() != CheckRunner.DONE || !last.matches(Verdicts.SUMMARY)) {
                throw new Problem(
                        end(program.status()) + " at the claim \"" + claim + "\"; the others were not checked.");
            }
            return last;
        }
    }

    private static String end(int status) {
        if (status == CheckRunner.NO_MEMORY) {
            return "The attempt took all memory";
        }
        boolean isKilled = status > 128;
        return isKilled
                ? "The check was not done after " + WATCHDOG_SECONDS + " seconds, and was stopped"
                : "The attempt ended the JVM (look for System.exit),";
    }

    private List<String> check() {
        String tests = exercise.repository().lastStage() + "/src/test/java/hello/";
        List<String> files = new ArrayList<>(List.of(exercise.folder() + "/Check.java"));
        if (exercise.hasPromises()) {
            files.add(Exercise.PROMISES);
        }
        HELPERS.forEach(helper -> files.add(tests + helper + ".java"));
        return files.stream()
                .map(file -> exercise.repository().path(file).toString())
                .toList();
    }

    /** Both folders hold only the package, and the package only files. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("hello"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from.resolve("hello"))) {
            for (Path file : files) {
                Files.copy(file, to.resolve("hello").resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The class path of this class; within Maven it is not the JVM's own. */
    private static String classPath() {
        if (!(Checker.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> elements = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            try {
                elements.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return String.join(File.pathSeparator, elements);
    }
}
