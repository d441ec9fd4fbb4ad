package proofs;

import ground.Program;
import ground.Sources;
import ground.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/**
 * A session at several terminals, played again: the first block's program is started, the commands
 * of the others are run beside it, and what they print is held against the blocks. The program gets
 * a free port; the text always says 8080.
 */
final class SessionProof implements Proof.Check {
    /** How long a reader takes to get to another terminal. */
    private static final long STROLL_MILLIS = 1_000;

    /** For how long after the text's last line another one would still count. */
    private static final long SETTLE_MILLIS = 500;

    private static final long WATCHDOG_SECONDS = 60;
    private static final long PATIENCE_SECONDS = 10;
    private static final int SIGINT_STATUS = 130;
    private static final int SIGTERM_STATUS = 143;

    private final Workshop workshop;
    private final List<Block> blocks;
    private final Block server;
    private final Optional<Sources> copy;
    private int port = 8080;

    /** @param copy what the first block runs, if that is not a stage */
    SessionProof(Workshop workshop, List<Block> blocks, Optional<Sources> copy) {
        this.copy = copy;
        this.workshop = workshop;
        this.blocks = blocks;
        this.server = blocks.get(0);
    }

    @Override
    public void check(List<Finding> findings) throws Exception {
        for (Block block : blocks) {
            boolean isStart = block.has("run") || copy.isPresent() && block == server;
            if (isStart != (block == server)) {
                throw block.wrong("the first block of a session, and no other, has run=STAGE,"
                        + " run=alternatives or a typed copy; session=" + block.get("session"));
            }
            if (block.text().isEmpty() || !block.text().get(0).startsWith("$ ")) {
                throw block.wrong("a session's block begins with a command, `$ ...`");
            }
        }
        if (!Program.canReplay()) {
            throw server.wrong("a session cannot be replayed here: it takes sh and curl");
        }
        List<List<String>> outputs = replay();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            List<String> real = outputs.get(i);
            Likeness likeness = new Likeness(block);
            if (!likeness.holds(block.text(), real)) {
                String subject = "what the session prints";
                String detail = detail(block, real, likeness);
                findings.add(Finding.stale(block, subject, detail, () -> inTime(block, real, likeness)));
            }
        }
    }

    /** The times of a machine that was too busy must not get into the text. */
    private static List<String> inTime(Block block, List<String> real, Likeness likeness) {
        if (!likeness.isInTime(real)) {
            throw block.wrong("the session took other times than seconds=" + block.get("seconds")
                    + " says; try again when the machine has nothing else to do, or correct the attribute");
        }
        return real;
    }

    private static String detail(Block block, List<String> real, Likeness likeness) {
        StringBuilder detail = new StringBuilder();
        for (String line : block.text()) {
            detail.append("\n  the text says: ").append(likeness.fixed(line));
        }
        for (String line : real) {
            detail.append("\n  the truth is:  ").append(likeness.fixed(line));
        }
        return detail.toString();
    }

    private List<List<String>> replay() throws Exception {
        Path folder = folder();
        try (Program program = workshop.start(folder, serverCommand())) {
            if (blocks.size() > 1) {
                port = program.awaitPort(WATCHDOG_SECONDS)
                        .orElseThrow(() ->
                                server.wrong("the program does not say where it listens; it says " + program.output()));
            }
            List<CompletableFuture<List<String>>> clients = new ArrayList<>();
            int stopAfter = Integer.parseInt(server.get("ctrl-c-after", "0"));
            List<String> beforeStop = null;
            for (int i = 1; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                if (block.has("beside")) {
                    Thread.sleep(STROLL_MILLIS);
                } else {
                    await(clients);
                }
                clients.add(CompletableFuture.supplyAsync(() -> play(block), task -> new Thread(task).start()));
                if (i == stopAfter) {
                    Thread.sleep(STROLL_MILLIS);
                    beforeStop = stop(program);
                }
            }
            await(clients);
            List<List<String>> outputs = new ArrayList<>();
            outputs.add(server(program, beforeStop));
            for (CompletableFuture<List<String>> client : clients) {
                outputs.add(client.join());
            }
            return outputs;
        } catch (CompletionException e) {
            throw e.getCause() instanceof Finding finding ? finding : e;
        }
    }

    private Path folder() {
        if (copy.isPresent()) {
            return workshop.with(copy.get(), server.get("run", server.place()));
        }
        String program = server.get("run");
        return program.equals("alternatives") ? workshop.withAlternatives() : workshop.withStage(program);
    }

    /** Whether the first block of a session runs what a reader has typed. */
    static boolean isOfCopy(Block first) {
        boolean isJava = !first.text().isEmpty() && first.text().get(0).startsWith("$ java ");
        return isJava && !first.has("run");
    }

    private static void await(List<CompletableFuture<List<String>>> clients) {
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
    }

    private List<String> serverCommand() {
        String command = server.text().get(0);
        List<String> words = new ArrayList<>(Arrays.asList(command.substring(2).split(" +")));
        boolean isNamed = isOfCopy(server) && words.size() > 3 && words.get(3).startsWith("hello.");
        String main = isNamed ? words.get(3) : "hello." + server.get("main", "Main");
        if (words.size() < 4
                || !words.get(0).equals("java")
                || !words.get(1).equals("-cp")
                || !words.get(3).equals(main)) {
            throw server.wrong("the program is started by `$ java -cp ... " + main + "`");
        }
        words.set(0, Program.java());
        words.set(2, words.get(2).replace(":", System.getProperty("path.separator")));
        if (main.matches("hello\\.(Main|\\w+Server)")) {
            if (words.size() == 4) {
                words.add("0");
            } else if (words.get(4).equals("8080")) {
                words.set(4, "0");
            }
        }
        return words;
    }

    /** Runs the commands of a terminal, one after the other. */
    private List<String> play(Block block) {
        List<String> lines = new ArrayList<>();
        try {
            for (Exchange part : Exchange.parts(block.text())) {
                lines.add(part.head());
                String command = part.command().replace("127.0.0.1:8080", "127.0.0.1:" + port);
                List<String> shell = List.of("sh", "-c", command);
                try (Program client = workshop.start(shell)) {
                    if (!client.awaitEnd(WATCHDOG_SECONDS * 1000)) {
                        throw block.wrong("`" + command + "` does not end");
                    }
                    lines.addAll(shown(client.output()));
                }
            }
        } catch (Exception e) {
            throw new CompletionException(e);
        }
        return lines;
    }

    private List<String> stop(Program program) throws InterruptedException {
        List<Exchange> parts = Exchange.parts(server.text());
        Likeness likeness = new Likeness(server);
        program.await(lines -> likeness.isLike(parts.get(0).output(), shown(lines)), PATIENCE_SECONDS);
        if (program.awaitEnd(SETTLE_MILLIS)) {
            throw server.wrong("the program ends by itself, and there is nothing for ^C to stop; it prints "
                    + shown(program.output()));
        }
        List<String> before = program.output();
        program.stop();
        return before;
    }

    /** What the program has printed at the end of the session. */
    private List<String> server(Program program, List<String> stopped) throws InterruptedException {
        List<Exchange> parts = Exchange.parts(server.text());
        Likeness likeness = new Likeness(server);
        List<String> before = stopped;
        if (before == null && server.text().contains(Exchange.CTRL_C)) {
            before = stop(program);
        }
        List<String> lines = new ArrayList<>(List.of(parts.get(0).head()));
        if (before != null) {
            program.awaitEnd(WATCHDOG_SECONDS * 1000);
            List<String> all = program.output();
            lines.addAll(shown(before));
            lines.add(Exchange.CTRL_C);
            lines.addAll(shown(all.subList(before.size(), all.size())));
        } else if (blocks.size() == 1) {
            if (!program.awaitEnd(WATCHDOG_SECONDS * 1000)) {
                throw server.wrong("the program does not end by itself; end it with ^C");
            }
            lines.addAll(shown(program.output()));
        } else {
            program.await(all -> likeness.isLike(parts.get(0).output(), shown(all)), PATIENCE_SECONDS);
            program.awaitEnd(SETTLE_MILLIS);
            lines.addAll(shown(program.output()));
        }
        for (Exchange part : parts) {
            if (part.head().equals("$ echo $?") && program.awaitEnd(PATIENCE_SECONDS * 1000)) {
                lines.add(part.head());
                lines.add(String.valueOf(status(program)));
            }
        }
        return lines;
    }

    /**
     * The replay stops the program by SIGTERM: a build that runs in the background may be deaf to
     * SIGINT, and hand that down.
     */
    private static int status(Program program) {
        return program.status() == SIGTERM_STATUS ? SIGINT_STATUS : program.status();
    }

    private List<String> shown(List<String> lines) {
        Pattern real = Pattern.compile("\\b" + port + "\\b");
        return lines.stream().map(line -> real.matcher(line).replaceAll("8080")).toList();
    }
}
