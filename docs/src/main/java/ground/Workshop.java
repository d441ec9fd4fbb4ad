package ground;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A scratch folder in which stages and copies are laid out and compiled, each once, and programs are
 * started. When it has been closed, all of that is gone, and nothing more can be started.
 */
public final class Workshop implements Closeable {
    /** The classes of docs/alternatives and of the last stage, as the build makes them. */
    public static final String ALTERNATIVES = "docs/target/alternatives";

    private final Repository repository;
    private final Path folder;
    private final Map<String, Path> stages = new ConcurrentHashMap<>();
    private final Map<Sources, Path> copies = new ConcurrentHashMap<>();
    private final Map<String, Compilation> compilations = new ConcurrentHashMap<>();
    private final List<Program> programs = new ArrayList<>(); // guarded by this
    private boolean isClosed; // guarded by this

    public Workshop(Repository repository) throws IOException {
        this.repository = repository;
        this.folder = Files.createTempDirectory("docs").toRealPath();
    }

    public Repository repository() {
        return repository;
    }

    /** A folder that looks like the repository after {@code mvn compile}. */
    public Path withStage(String stage) {
        stages.computeIfAbsent(stage, this::compileStage);
        return folder;
    }

    /** The classes of a stage, which it compiles if need be. */
    public Path classes(String stage) {
        return withStage(stage).resolve(stage).resolve("target/classes");
    }

    /** The repository itself: only its build can compile the alternatives. */
    public Path withAlternatives() {
        if (!Files.isDirectory(repository.path(ALTERNATIVES))) {
            throw new Problem(ALTERNATIVES + " is not there; run `mvn -q -pl docs compile`");
        }
        return repository.root();
    }

    /**
     * A program as a reader would have it, compiled into {@code out}.
     *
     * @param place where the text speaks of it
     */
    public Path with(Sources copy, String place) {
        check(place, compile(copy, List.of()));
        return copies.get(copy);
    }

    /** What javac says of a copy, given these options. */
    public Compilation compile(Sources copy, List<String> options) {
        Path program = copies.computeIfAbsent(copy, this::layOut);
        return compilations.computeIfAbsent(program + " " + options, key -> {
            try {
                // A session may be using the classes in "out".
                Path out = options.isEmpty() ? program.resolve("out") : scratch("out");
                List<String> all = new ArrayList<>(options);
                all.addAll(List.of("-d", out.toString()));
                return Compilation.of(program, all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Starts a command in a folder; what it prints is kept in the workshop. */
    public Program start(Path where, List<String> command) throws IOException {
        return start(where, scratch("output"), command);
    }

    /** Starts a command in a folder of its own. */
    public Program start(List<String> command) throws IOException {
        Path output = scratch("output");
        return start(output.getParent(), output, command);
    }

    private synchronized Program start(Path where, Path output, List<String> command) throws IOException {
        if (isClosed) {
            throw new Problem("Nothing more is started: this is over");
        }
        Program program = Program.start(where, output, command);
        programs.add(program);
        return program;
    }

    /** Starts a class's {@code main} in a JVM of its own, for a program that does little. */
    public Program java(String classPath, String... main) throws IOException {
        List<String> command = Program.interpretedJava();
        command.addAll(List.of("-cp", classPath));
        command.addAll(List.of(main));
        return start(command);
    }

    public synchronized boolean isClosed() {
        return isClosed;
    }

    /** A new empty file or folder name. */
    public Path scratch(String name) throws IOException {
        return Files.createTempDirectory(folder, "scratch").resolve(name);
    }

    private Path compileStage(String stage) {
        try {
            Path program = folder.resolve(stage);
            copy(stage + "/src/main", program.resolve("src/main"));
            if (!Files.isDirectory(program.resolve("src/main/java/hello"))) {
                throw new Problem(stage + ": it has no sources in src/main/java/hello; write them, and `git add` them");
            }
            Path classes = program.resolve("target/classes");
            copy(stage + "/src/main/resources", classes);
            check(stage, Compilation.of(program, List.of("-d", classes.toString())));
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path layOut(Sources copy) {
        try {
            Path program = scratch("copy");
            copy.layOut("src/main", program);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a folder of the repository, without what a build has made. */
    public void copy(String from, Path to) throws IOException {
        for (String file : repository.tree(from)) {
            Path copy = to.resolve(file);
            Files.createDirectories(copy.getParent());
            Path original = repository.path(from).resolve(file);
            Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void check(String name, Compilation compilation) {
        if (!compilation.succeeded()) {
            String output = String.join("\n", compilation.output());
            throw new Problem(name + ": this does not compile\n" + output);
        }
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        programs.forEach(Program::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Somebody still writes there. What is left is in the system's temporary folder.
        }
    }
}
