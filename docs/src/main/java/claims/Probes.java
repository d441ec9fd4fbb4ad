package claims;

import static claims.Sighting.doesNotApply;
import static claims.Sighting.fails;
import static claims.Sighting.holds;

import ground.Client;
import ground.Program;
import ground.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How each claim is probed. A client waits for what another one has seen; only what should never
 * come is given up after a time.
 */
final class Probes {
    static final String SIGNAL = "a signal costs no request that was accepted";

    static final Map<String, Probe> BY_CLAIM = Map.ofEntries(
            probe("a slow request holds up nobody else", subject -> slowRequests(subject, 1)),
            probe("four slow requests do not hold up a fifth client", subject -> slowRequests(subject, 4)),
            probe("a client that says nothing holds up nobody else", Probes::silentClient),
            probe("every request is answered, sooner or later", Probes::everyRequest),
            probe("the threads do not grow with the clients", Probes::threads),
            probe("a job that fails costs no worker", Probes::badJob),
            probe("a full channel makes its sender wait", Probes::fullChannel),
            probe("the program ends after the number of connections it was given", Probes::toldConnections),
            probe(SIGNAL, Probes::signal));

    private static final int CLIENTS = 50;

    /** After this time a client gives up. The slow page takes 5 s. */
    private static final int PATIENCE_SECONDS = 7;

    /** How long a second client may take to show that the first one was accepted. */
    private static final int GLANCE_SECONDS = 3;

    private Probes() {}

    private static Map.Entry<String, Probe> probe(String claim, Probe probe) {
        return Map.entry(claim, probe);
    }

    private static Sighting slowRequests(Subject subject, int count) throws Exception {
        try (Server server = subject.serve()) {
            List<Client> slow = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                slow.add(server.get("/sleep"));
            }
            if (!server.get("/").isAnswered(PATIENCE_SECONDS)) {
                return fails("/ is not answered in time");
            }
            for (Client client : slow) {
                if (client.hasAnswer()) {
                    return fails("/ is answered after /sleep");
                }
            }
            return holds("/ is answered before /sleep");
        }
    }

    private static Sighting silentClient(Subject subject) throws Exception {
        try (Server server = subject.serve()) {
            Client silent = server.connect();
            if (!server.get("/").isAnswered(PATIENCE_SECONDS)) {
                return fails("the other client is not answered in time");
            }
            silent.get("/");
            return silent.isAnswered(PATIENCE_SECONDS)
                    ? holds("the other client is answered, and then the silent one asks and is answered too")
                    : fails("the other client is answered only when the silent one has been dropped");
        }
    }

    private static Sighting everyRequest(Subject subject) throws Exception {
        try (Server server = subject.serve()) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(server.get("/"));
            }
            for (Client client : clients) {
                if (!client.isAnswered(PATIENCE_SECONDS)) {
                    return fails("a request is not answered in time");
                }
            }
            return holds(CLIENTS + " requests are answered");
        }
    }

    /**
     * All clients are silent but the last: a stage that answers it has accepted the others before.
     * The peak is counted, so that it does not matter who is dropped meanwhile.
     */
    private static Sighting threads(Subject subject) throws Exception {
        try (Server server = subject.serve()) {
            for (int i = 0; i < CLIENTS; i++) {
                server.connect();
            }
            server.get("/").isAnswered(PATIENCE_SECONDS);
            int threads = server.program().counter("java.threads.livePeak");
            String what = CLIENTS + " clients and " + threads + " threads";
            return threads < CLIENTS ? holds(what) : fails(what);
        }
    }

    private static Sighting badJob(Subject subject) throws Exception {
        if (!subject.hasPool()) {
            return doesNotApply("there is no pool");
        }
        // The JDK's report of a failure may be on the same line, before or after.
        Predicate<String> isNext = line -> line.contains("The next job runs.");
        try (Program program = subject.run("BadJob")) {
            program.await(lines -> lines.stream().anyMatch(isNext), Server.WATCHDOG_SECONDS);
            List<String> output = program.output();
            if (!output.contains("The bad job runs.")) {
                return doesNotApply("no job ever runs");
            }
            return output.stream().anyMatch(isNext) ? holds("the next job runs") : fails("the next job never runs");
        }
    }

    private static Sighting fullChannel(Subject subject) throws Exception {
        if (!subject.hasPool()) {
            return doesNotApply("there is no pool");
        }
        String waited = "The worker is free.";
        String sent = "The sender goes on.";
        try (Program program = subject.run("FullChannel")) {
            program.await(lines -> lines.containsAll(List.of(waited, sent)), Server.WATCHDOG_SECONDS);
            List<String> output = program.output();
            if (!output.contains("The worker is busy.")) {
                return doesNotApply("no job ever runs");
            }
            return output.contains(sent) && output.indexOf(waited) < output.indexOf(sent)
                    ? holds("the sender goes on when the worker is free again")
                    : fails("the sender does not wait, or waits for ever");
        }
    }

    private static Sighting toldConnections(Subject subject) throws Exception {
        try (Server server = subject.serve("2")) {
            if (!server.listens()) {
                return fails("it does not start: " + server.output());
            }
            for (int i = 1; i <= 2; i++) {
                if (!server.get("/").isAnswered(PATIENCE_SECONDS)) {
                    return fails("client " + i + " of 2 is not answered");
                }
            }
            return server.ends() && server.program().status() == 0
                    ? holds("it ends after two connections")
                    : fails("it does not end after two connections, or not with status 0");
        }
    }

    private static Sighting signal(Subject subject) throws Exception {
        try (Server server = subject.serve()) {
            Client client = server.connect();
            client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n");
            server.get("/").isAnswered(GLANCE_SECONDS);
            server.signal();
            client.send("\r\n");
            return client.isAnswered(PATIENCE_SECONDS)
                    ? holds("a client that was accepted is answered after the signal")
                    : fails("a client that was accepted is cut off");
        }
    }
}
