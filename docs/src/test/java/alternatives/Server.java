package alternatives;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import proofs.Program;
import proofs.Repository;

/** A server of {@code docs/alternatives} in a JVM of its own. */
final class Server implements Closeable {
    static final int WATCHDOG_SECONDS = 25;

    private static final Path CLASSES = Repository.find().path("docs/target/alternatives");

    final Program program;

    private Server(Program program) {
        this.program = program;
    }

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

    int port() throws InterruptedException {
        return program.awaitPort(WATCHDOG_SECONDS)
                .map(Integer::valueOf)
                .orElseThrow(() -> new IllegalStateException("It does not listen: " + program.output()));
    }

    Client connect() throws IOException, InterruptedException {
        return new Client(port());
    }

    Client get(String path) throws IOException, InterruptedException {
        return connect().get(path);
    }

    /** All that the server sends to a client which sends this. */
    String answer(String request) throws IOException, InterruptedException {
        try (Client client = connect()) {
            return client.send(request).receive();
        }
    }

    /** Waits until the program ends by itself; returns its status. */
    int awaitEnd() throws InterruptedException {
        if (!program.awaitEnd(WATCHDOG_SECONDS * 1_000)) {
            throw new IllegalStateException("It does not end: " + program.output());
        }
        return program.status();
    }

    @Override
    public void close() {
        program.close();
    }
}
