package alternatives;

import ground.Program;
import ground.Repository;
import ground.Server;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a server of {@code docs/alternatives} in a JVM of its own. */
final class Alternatives {
    private static final Path CLASSES = Repository.find().path("docs/target/alternatives");

    private Alternatives() {}

    /** @param folder where to keep what the program prints */
    static Server start(Path folder, String name, String... arguments) throws IOException {
        return start(folder, List.of(), CLASSES.toString(), name, arguments);
    }

    /** Starts it with one of its pages or classes replaced. */
    static Server startWith(Path folder, String file, byte[] content, String name) throws IOException {
        Path changed = Files.createTempDirectory(folder, "changed");
        Files.write(Files.createDirectory(changed.resolve("hello")).resolve(file), content);
        String classPath = changed + File.pathSeparator + CLASSES;
        return start(folder, List.of(), classPath, name, "0");
    }

    /** Starts it with a limit on open files and sockets; works on Unix only. */
    static Server startWithFiles(Path folder, int max, String name) throws IOException {
        List<String> limited = List.of("sh", "-c", "ulimit -n " + max + " && exec \"$@\"", "sh");
        return start(folder, limited, CLASSES.toString(), name, "0");
    }

    private static Server start(Path folder, List<String> shell, String classPath, String name, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(Program.interpretedJava());
        command.addAll(List.of("-cp", classPath, "hello." + name));
        command.addAll(List.of(arguments));
        Path output = Files.createTempDirectory(folder, name).resolve("output");
        return new Server(Program.start(output.getParent(), output, command));
    }
}
