package claims;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import proofs.Program;
import proofs.Workshop;

/** The server of a stage, with its clients; closing it ends them all. */
final class Server implements Closeable {
    /** How long to wait for what must come. */
    static final int WATCHDOG_SECONDS = 30;

    private static final Pattern LISTENING = Pattern.compile("Listening on http://127\\.0\\.0\\.1:(\\d+)/");
    private static final Pattern PEAK = Pattern.compile("java\\.threads\\.livePeak=(\\d+)");

    private final Workshop workshop;
    private final Program program;
    private final List<Client> clients = new ArrayList<>();

    Server(Workshop workshop, Program program) {
        this.workshop = workshop;
        this.program = program;
    }

    /** Waits until the server listens; false if it refuses to. */
    boolean listens() throws InterruptedException {
        return !matches(LISTENING, awaitLine(LISTENING.asPredicate())).isEmpty();
    }

    /** Connects a client, which says nothing yet. */
    Client connect() throws IOException, InterruptedException {
        List<String> port = matches(LISTENING, awaitLine(LISTENING.asPredicate()));
        if (port.isEmpty()) {
            throw new IllegalStateException("The server does not listen: " + output());
        }
        Client client = new Client(Integer.parseInt(port.get(0)));
        clients.add(client);
        return client;
    }

    /** Connects a client that asks for a page. */
    Client ask(String page) throws IOException, InterruptedException {
        Client client = connect();
        client.ask(page);
        return client;
    }

    /** The most threads that the server has had alive at one time, as its JVM counts them. */
    int peakThreads() throws IOException, InterruptedException {
        Path output = workshop.scratch("output");
        String jcmd = Path.of(Program.java()).resolveSibling("jcmd").toString();
        List<String> command = List.of(jcmd, String.valueOf(program.id()), "PerfCounter.print");
        try (Program counters = Program.start(output.getParent(), output, command)) {
            counters.awaitEnd(WATCHDOG_SECONDS * 1_000);
            List<String> peak = matches(PEAK, counters.output());
            if (peak.isEmpty()) {
                throw new IllegalStateException("jcmd does not count the threads: " + counters.output());
            }
            return Integer.parseInt(peak.get(0));
        }
    }

    /** Sends the signal that asks a program to end; returns when it has begun to, or has ended. */
    void signal() throws InterruptedException {
        program.stop();
        awaitLine("Shutting down."::equals);
    }

    /** Waits until the program ends by itself; false if it goes on or has failed. */
    boolean ends() throws InterruptedException {
        return program.awaitEnd(WATCHDOG_SECONDS * 1_000) && program.status() == 0;
    }

    String output() {
        return String.join(" ", program.output());
    }

    private List<String> awaitLine(Predicate<String> line) throws InterruptedException {
        program.await(lines -> lines.stream().anyMatch(line), WATCHDOG_SECONDS);
        return program.output();
    }

    private static List<String> matches(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    @Override
    public void close() throws IOException {
        try (program) {
            for (Client client : clients) {
                client.close();
            }
        }
    }
}
