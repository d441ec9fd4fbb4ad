package scheduler;

import ground.Problem;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Records all states of the levels, or of those that are named. */
public final class Record {
    static final String COMMAND = "java -cp docs/target/classes scheduler.Record";

    private Record() {}

    public static void main(String[] args) throws IOException {
        Repository repository = Repository.find();
        try (Workshop workshop = new Workshop(repository)) {
            Runtime.getRuntime().addShutdownHook(new Thread(workshop::close, "shutdown"));
            for (Level level : Level.all(repository)) {
                if (args.length == 0 || List.of(args).contains(level.name())) {
                    record(level, workshop);
                }
            }
        } catch (Problem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void record(Level level, Workshop workshop) throws IOException {
        long start = System.nanoTime();
        try (Recorder recorder = new Recorder(workshop)) {
            Compiled program = level.compile(workshop);
            Graph graph = recorder.record(program);
            Schedule schedule = Schedule.of(level, program, graph);
            Path file = level.repository().path(Schedule.file(level.name()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, schedule.format());
            List<Integer> path = schedule.graph().path(0, schedule.bad()::contains);
            System.out.printf(
                    "%s: %d states, %d moves; %d runs, %d steps, %d s; shortest way to the goal: %s%n",
                    level.name(),
                    graph.size(),
                    graph.moves(),
                    recorder.runs(),
                    recorder.steps(),
                    (System.nanoTime() - start) / 1_000_000_000,
                    path == null ? "none" : path.size() + " moves");
        }
    }
}
