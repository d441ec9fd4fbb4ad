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

    /** Starts it with another page in place of hello.html. */
    static Server startWithPage(Path folder, byte[] page, String name) throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages/hello"));
        Files.write(pages.resolve("hello.html"), page);
        String classPath = pages.getParent() + File.pathSeparator + CLASSES;
        return start(folder, List.of(), classPath, name, "0");
    }

    /** Starts it so that it can open only so many files and sockets; on Unix alone. */
    static Server startWithFiles(Path folder, int max, String name) throws IOException {
        List<String> limited = List.of("sh", "-c", "ulimit -n " + max + " && exec \"$@\"", "sh");
        return start(folder, limited, CLASSES.toString(), name, "0");
    }

    private static Server start(Path folder, List<String> shell, String classPath, String name, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(Program.quickJava());
        command.addAll(List.of("-cp", classPath, "hello." + name));
        command.addAll(List.of(arguments));
        Path output = Files.createTempDirectory(folder, name).resolve("output");
        return new Server(Program.start(output.getParent(), output, command));
    }
}
