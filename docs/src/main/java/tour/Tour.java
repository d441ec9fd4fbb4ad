package tour;

import ground.Problem;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the stages one after the other, sends each the same traffic, draws who waits for whom. */
public final class Tour {
    private static final long FRAME_MILLIS = 100;

    private final Options options;
    private final Style style;
    private final Screen screen;
    private final Workshop workshop;

    private Tour(Options options, Workshop workshop) {
        Terminal terminal = Terminal.find(options, Frame.ROWS);
        this.options = options;
        this.workshop = workshop;
        this.style = terminal.style();
        this.screen = new Screen(System.out, terminal.isLive());
    }

    public static void main(String[] args) throws InterruptedException {
        Options options = null;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.print(e.getMessage() + System.lineSeparator() + Options.USAGE);
            System.exit(2);
        }
        if (options.isHelp()) {
            System.out.print(Options.HELP);
            return;
        }
        try (Workshop workshop = new Workshop(Repository.find())) {
            new Tour(options, workshop).go(args);
        } catch (Problem | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void go(String[] args) throws InterruptedException {
        List<String> stages = stages();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
        Log log = Log.open(options.record(), args);
        try {
            visit(stages, log);
        } catch (Problem e) {
            // After a Ctrl-C the servers are gone, and nobody wants to read about that.
            if (!screen.isClosed()) {
                throw e;
            }
        }
    }

    private void visit(List<String> stages, Log log) throws InterruptedException {
        screen.print(List.of(style.cut(intro()), ""));
        List<String> table = new ArrayList<>(List.of(Outcome.head()));
        for (String stage : stages) {
            Trial trial = new Trial(options.pause(), options.limit());
            Outcome outcome = show(stage, trial);
            if (screen.isClosed()) {
                return;
            }
            log.add(stage, trial.journal().requests());
            table.add(outcome.row(stage));
        }
        screen.print(table.stream().map(style::cut).toList());
    }

    private void stop() {
        screen.close();
        workshop.close();
    }

    private List<String> stages() {
        Repository repository = workshop.repository();
        List<String> stages = new ArrayList<>();
        for (int number : options.stages()) {
            stages.add(repository.stage(String.format(Locale.ROOT, "%02d", number)));
        }
        if (stages.isEmpty()) {
            stages.addAll(repository.stages());
        }
        stages.forEach(repository::classes);
        return stages;
    }

    private String intro() {
        return "/sleep takes " + Outcome.seconds(options.pause().toMillis()) + " here; a client gives up after "
                + Outcome.seconds(options.limit().toMillis()) + ".";
    }

    private Outcome show(String stage, Trial trial) throws InterruptedException {
        Frame frame = Frame.of(style, stage, options.pause(), options.limit());
        screen.print(frame.heading());
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread traffic = new Thread(() -> run(stage, trial, outcome), "traffic");
        traffic.setDaemon(true);
        traffic.start();
        while (true) {
            try {
                Outcome seen = outcome.get(FRAME_MILLIS, TimeUnit.MILLISECONDS);
                screen.finish(frame(frame, trial.journal(), seen.sentence()));
                return seen;
            } catch (TimeoutException e) {
                Journal journal = trial.journal();
                String progress = Frame.progress(journal.requests(), journal.now());
                screen.draw(frame(frame, journal, progress));
            } catch (ExecutionException e) {
                throw new Problem(stage + ": " + e.getCause().getMessage());
            }
        }
    }

    private static List<String> frame(Frame frame, Journal journal, String status) {
        return frame.lines(journal.requests(), journal.now(), journal.signal(), status);
    }

    private void run(String stage, Trial trial, CompletableFuture<Outcome> outcome) {
        try {
            outcome.complete(trial.run(workshop, workshop.repository().classes(stage)));
        } catch (IOException | InterruptedException | RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }
}
