package measure;

import ground.Problem;
import ground.Program;
import ground.Recording;
import ground.Recording.Row;
import ground.Repository;
import ground.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Loads the servers in turn with wrk, over loopback, and prints how they compare. */
public final class Servers {
    private static final String COMMAND = "mvn -q compile && java -cp docs/target/classes measure.Servers";
    private static final String USAGE = "Usage: measure.Servers [rounds] [seconds], each from 1 to 99";
    private static final int ROUNDS = 5;
    private static final int SECONDS = 3;

    /** How long a JVM still spends time on compiling what the load calls. */
    private static final int WARM_UP_SECONDS = 10;

    /** The stage that never answers. */
    private static final String SILENT = "03";

    private static final List<Integer> CONNECTIONS = List.of(16, 64);

    private final Bench bench;
    private final int rounds;
    private final int seconds;
    private final Map<String, Server> servers = new LinkedHashMap<>();

    private Servers(Bench bench, int rounds, int seconds) {
        this.bench = bench;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** @param args how many rounds, and for how many seconds each server is loaded in each */
    public static void main(String[] args) throws Exception {
        if (args.length > 2 || !List.of(args).stream().allMatch(arg -> arg.matches("[1-9]\\d?"))) {
            System.err.println("Not understood: " + String.join(" ", args) + ". " + USAGE);
            System.exit(2);
        }
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : SECONDS;
        String command = String.join(" ", COMMAND, String.join(" ", args)).strip();
        String file = "servers-jdk" + Runtime.version().feature() + ".csv";
        Bench.run(file, bench -> new Servers(bench, rounds, seconds).measure(command));
    }

    private Recording measure(String command) throws IOException, InterruptedException {
        lookForWrk();
        Repository repository = bench.repository();
        List<Target> targets = new ArrayList<>(List.of(Target.bare(repository)));
        for (String stage : repository.stages()) {
            if (!Repository.number(stage).equals(SILENT)) {
                targets.add(Target.stage(repository, stage));
            }
        }
        targets.addAll(Target.alternatives(repository));
        for (Target target : targets) {
            servers.put(target.name(), bench.serve(target));
        }
        int secondsOfOne = WARM_UP_SECONDS + rounds * CONNECTIONS.size() * seconds;
        System.out.println(servers.keySet() + ", " + rounds + " rounds: about " + servers.size() * secondsOfOne + " s");
        for (String server : servers.keySet()) {
            load(server, CONNECTIONS.get(0), WARM_UP_SECONDS);
        }
        List<String> columns =
                List.of("round", "connections", "server", "requests_per_second", "microseconds_per_request", "errors");
        List<Row> rows = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (int connections : CONNECTIONS) {
                for (String server : servers.keySet()) {
                    String line = round + "," + connections + "," + server + "," + load(server, connections, seconds);
                    System.out.println(line);
                    rows.add(Recording.row(columns, line));
                }
            }
        }
        Recording recording = new Recording(Recording.originOf(command), columns, rows);
        Ratios.table(recording.jdk(), Ratios.of(recording)).forEach(System.out::println);
        double errors = rows.stream().mapToDouble(row -> row.number("errors")).sum();
        System.out.println("Errors: " + (long) errors);
        return recording;
    }

    private void lookForWrk() throws InterruptedException {
        try {
            start("wrk", "-v").awaitEnd(Server.WATCHDOG_SECONDS * 1_000);
        } catch (IOException e) {
            throw new Problem("wrk, which makes the load, is not installed or not on the path");
        }
    }

    private Program start(String... command) throws IOException {
        return bench.workshop().start(bench.repository().root(), List.of(command));
    }

    /** Returns requests a second, microseconds of processor time for each, and errors. */
    private String load(String server, int connections, int seconds) throws IOException, InterruptedException {
        Program program = servers.get(server).program();
        String url = "http://127.0.0.1:" + servers.get(server).port() + "/";
        String[] wrk = {"wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "-H", "Connection: close", url};
        Duration before = processorTime(program);
        Program generator = start(wrk);
        if (!generator.awaitEnd((seconds + Server.WATCHDOG_SECONDS) * 1_000L)) {
            throw new Problem("wrk does not end under " + server);
        }
        Duration used = processorTime(program).minus(before);
        Load load = Load.parse(generator.output());
        if (load.requests() == 0) {
            throw new Problem(server + " has not answered a single request");
        }
        double micros = used.toNanos() / 1e3 / load.requests();
        return String.format(Locale.ROOT, "%.0f,%.2f,%d", load.requestsPerSecond(), micros, load.errors());
    }

    /** That of the process, as the operating system counts it. */
    private static Duration processorTime(Program program) {
        return ProcessHandle.of(program.id())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new Problem("The system does not tell a process's processor time"));
    }
}
