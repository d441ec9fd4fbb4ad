package measure;

import com.sun.management.UnixOperatingSystemMXBean;
import ground.Client;
import ground.Problem;
import ground.Program;
import ground.Recording;
import ground.Recording.Row;
import ground.Repository;
import ground.Server;
import ground.Spread;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds connections to a server, each with a request for {@code /sleep} that is not answered yet,
 * and meanwhile counts the threads of the server and the memory that it keeps.
 */
public final class Connections {
    private static final String COMMAND = "mvn -q compile && java -cp docs/target/classes measure.Connections";
    private static final String USAGE = "Usage: measure.Connections [rounds], from 1 to 99";
    private static final int ROUNDS = 3;
    private static final List<Integer> HELD = List.of(0, 10, 100, 500, 1_000, 1_500, 2_000);
    private static final int FILES_NEEDED = 2_200;

    private final Bench bench;

    private Connections(Bench bench) {
        this.bench = bench;
    }

    /** @param args how many rounds */
    public static void main(String[] args) throws Exception {
        if (args.length > 1 || !List.of(args).stream().allMatch(arg -> arg.matches("[1-9]\\d?"))) {
            System.err.println("Not understood: " + String.join(" ", args) + ". " + USAGE);
            System.exit(2);
        }
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        String command = String.join(" ", COMMAND, String.join(" ", args)).strip();
        Bench.run("connections.csv", bench -> new Connections(bench).measure(rounds, command));
    }

    private Recording measure(int rounds, String command) throws IOException, InterruptedException {
        lookAtSystem();
        Repository repository = bench.repository();
        List<Target> targets = List.of(
                Target.stage(repository, repository.stage("02")), Target.stage(repository, repository.lastStage()));
        System.out.println(rounds + " rounds: about " + rounds * HELD.size() * targets.size() * 2 + " s");
        List<String> columns = List.of("round", "connections", "server", "threads", "rss_kib");
        List<Row> rows = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (int connections : HELD) {
                for (Target target : targets) {
                    String line = round + "," + connections + "," + target.name() + "," + count(target, connections);
                    System.out.println(line);
                    rows.add(Recording.row(columns, line));
                }
            }
        }
        return new Recording(Recording.originOf(command), columns, rows);
    }

    /** The table of the text, in Markdown. */
    public static List<String> table(Recording recording) {
        StringBuilder head = new StringBuilder("| connections held |");
        StringBuilder rule = new StringBuilder("| --- |");
        for (String server : recording.distinct("server")) {
            head.append(" threads of ").append(server).append(" | its memory in MiB |");
            rule.append(" --- | --- |");
        }
        List<String> lines = new ArrayList<>(List.of(head.toString(), rule.toString()));
        for (String held : recording.distinct("connections")) {
            StringBuilder line = new StringBuilder("| " + held + " |");
            for (String server : recording.distinct("server")) {
                Spread threads = recording.spread(server, held, Connections::threads);
                Spread memory = recording.spread(server, held, Connections::mebibytes);
                line.append(" ").append(threads.toString(0)).append(" | ");
                line.append(memory.toString(0)).append(" |");
            }
            lines.add(line.toString());
        }
        return lines;
    }

    public static double threads(Row row) {
        return row.number("threads");
    }

    public static double mebibytes(Row row) {
        return row.number("rss_kib") / 1_024;
    }

    private static void lookAtSystem() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        if (!Files.exists(Path.of("/proc/self/status"))) {
            throw new Problem("This system has no /proc, from which the memory is read; it takes Linux");
        }
        if (system instanceof UnixOperatingSystemMXBean unix && unix.getMaxFileDescriptorCount() < FILES_NEEDED) {
            throw new Problem("A process may open " + unix.getMaxFileDescriptorCount() + " files, and " + FILES_NEEDED
                    + " are needed; see `ulimit -n`");
        }
    }

    /** Returns the live threads and the resident memory in KiB, of a server that is new each time. */
    private String count(Target target, int connections) throws IOException, InterruptedException {
        try (Server server = bench.serve(target)) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(server.get("/sleep"));
            }
            int threads = settledThreads(server.program());
            String memory = memory(server.program());
            for (Client client : clients) {
                if (client.hasAnswer()) {
                    throw new Problem("The machine is too slow: a connection was not held any more when the"
                            + " threads had been counted");
                }
            }
            return threads + "," + memory;
        }
    }

    /** The server may still be accepting when the last client has connected. */
    private static int settledThreads(Program server) throws IOException, InterruptedException {
        int before;
        int threads = server.counter("java.threads.live");
        do {
            before = threads;
            threads = server.counter("java.threads.live");
        } while (threads != before);
        return threads;
    }

    private static String memory(Program server) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + server.id() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return line.replaceAll("\\D", "");
            }
        }
        throw new Problem("The system does not tell the memory of a process");
    }
}
