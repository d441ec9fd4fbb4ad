package scheduler;

import ground.Problem;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records all states of the levels, or of those that are named; or renews their words alone. */
public final class Record {
    static final String COMMAND = "java -cp docs/target/classes scheduler.Record";
    private static final String WORDS = "--words";

    private final Repository repository;
    private final Workshop workshop;

    private Record(Repository repository, Workshop workshop) {
        this.repository = repository;
        this.workshop = workshop;
    }

    public static void main(String[] args) throws IOException {
        Start.run((repository, workshop) -> {
            new Record(repository, workshop).run(args);
            return 0;
        });
    }

    private void run(String... args) throws IOException {
        List<String> names = new ArrayList<>(List.of(args));
        boolean isAboutWords = names.remove(WORDS);
        List<Level> levels = names.isEmpty()
                ? Level.all(repository)
                : names.stream().map(this::find).toList();
        for (Level level : levels) {
            if (isAboutWords) {
                renew(level);
            } else {
                record(level);
            }
        }
    }

    private Level find(String name) {
        return Level.find(repository, name)
                .orElseThrow(() -> new Problem("There is no level " + name + "; there are "
                        + String.join(
                                ", ",
                                Level.all(repository).stream().map(Level::name).toList())));
    }

    private void record(Level level) throws IOException {
        try (Recorder recorder = new Recorder(workshop)) {
            Compiled program = level.compile(workshop);
            Schedule schedule = Schedule.of(level, program, recorder.record(program));
            write(level, schedule);
            List<Integer> path = schedule.graph().path(0, schedule.bad()::contains);
            String way = path == null ? "no way to the goal" : path.size() + " moves to the goal";
            System.out.println(level.name() + ": " + schedule.count() + ", " + way);
        }
    }

    /** Without a look at the program, whose code stays the one that was recorded. */
    private void renew(Level level) throws IOException {
        Schedule old = Schedule.read(repository, level);
        Map<String, Object> head = Schedule.head(level, (String) old.head().get("code"), old.graph());
        write(level, new Schedule(head, old.graph(), old.bad()));
    }

    private void write(Level level, Schedule schedule) throws IOException {
        Path file = repository.path(Schedule.file(level.name()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, ScheduleFile.format(schedule));
    }
}
