package claims;

import ground.Repository;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of the table: a stage, or a server of {@code docs/alternatives}.
 *
 * @param head what the table says above it
 * @param name the stage's folder, or the server's class
 * @param pool the folder in {@code docs/claims} with what opens its pool; empty if it has none
 */
record Column(String head, String name, String pool) {
    private static final List<Column> ALTERNATIVES = List.of(
            new Column("exec", "ExecutorServer", "executor"),
            new Column("virtual", "VirtualThreadServer", ""),
            new Column("fork/join", "ForkJoinServer", "forkjoin"),
            new Column("accept", "AcceptServer", ""),
            new Column("selector", "SelectorServer", ""),
            new Column("JDK", "JdkServer", ""));

    static List<Column> all(Repository repository) {
        List<Column> columns = new ArrayList<>();
        repository.stages().forEach(stage -> columns.add(new Column(Repository.number(stage), stage, "stage")));
        columns.addAll(ALTERNATIVES);
        return columns;
    }

    boolean isStage() {
        return name.startsWith("stage");
    }

    /** Whether the running JDK has what the program needs. */
    boolean runsHere() {
        return !name.equals("VirtualThreadServer") || Runtime.version().feature() >= 21;
    }
}
