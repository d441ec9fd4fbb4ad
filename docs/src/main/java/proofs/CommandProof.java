package proofs;

import static java.util.Map.entry;

import ground.Program;
import ground.Repository;
import ground.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of commands for the reader to type, one a line. A block marked {@code run} is run, in a
 * copy of the repository; one marked {@code listed} holds commands that no build can run: they start
 * a program or compare two folders, which is checked by their names, or are on a list.
 */
record CommandProof(Repository repository, Workshop workshop, Block block) implements Proof {
    /** What cannot be run, and why. */
    static final Map<String, String> NOT_RUN = Map.ofEntries(
            entry("mvn verify", "it is the build that this check is a part of"),
            entry(Finding.RENEW, "it writes into the text"),
            entry(
                    "mvn -q compile && java -cp docs/target/classes measure.Servers",
                    "it takes minutes, and a machine that does nothing else"),
            entry(
                    "mvn -q compile && java -cp docs/target/classes tour.Tour",
                    "it takes a minute; TourTest runs it with a shorter pause"),
            entry(
                    "mvn -q compile && java -cp docs/target/classes measure.Connections",
                    "it takes a minute, and a machine that does nothing else"),
            entry(
                    "mvn -q compile && java -cp docs/target/classes pictures.Pictures",
                    "it writes into the text; PicturesTest holds what it writes"),
            entry(
                    "mvn -q -P benchmarks -pl docs compile exec:exec",
                    "it takes minutes, and a machine that does nothing else"),
            entry(
                    "mvn -q -P benchmarks -pl docs compile exec:exec -Drounds=1 -Dseconds=1",
                    "it fetches a library that no build needs"),
            entry("mvn -q -P explore -pl docs compile exec:exec", "it takes minutes, and fetches a library"),
            entry(
                    "for i in 1 2 3 4 5 6 7 8; do curl -s -o /dev/null http://127.0.0.1:8080/sleep & done",
                    "it needs a server in another terminal"),
            entry(
                    "jcmd hello.Main Thread.print | grep -c '\"connection-'",
                    "it needs a server in another terminal, and no other program of that name"),
            entry(
                    "javac -d attempts/deadlock/out attempts/deadlock/hello/*.java"
                            + " && java -cp attempts/deadlock/out hello.Sum",
                    "it needs a learner's copy, and hangs"),
            entry(
                    "jcmd hello.Sum Thread.print | grep -A 20 '\"worker-'",
                    "it needs a program that hangs in another terminal"),
            entry("javac -d out ../attempts/keep-alive/hello/*.java", "it needs a learner's copy"),
            entry("jcmd hello.Main GC.run", "it needs a server in another terminal, and no other program of that name"),
            entry(
                    "jcmd hello.OneJob Thread.print | grep -E '\"(main|worker)|Thread.join|Queue.take'",
                    "it needs a program that hangs in another terminal"));

    private static final Pattern START =
            Pattern.compile("(?:mvn -q compile && )?java -cp (?:(stage[^/]+)/)?target/classes hello\\.(\\w+)( \\d+)*");
    private static final Pattern START_ALTERNATIVE =
            Pattern.compile("(?:mvn -q compile && )?java -cp " + Workshop.ALTERNATIVES + " hello\\.(\\w+)( \\d+)*");
    private static final Pattern COMPARE = Pattern.compile("git diff --no-index (stage\\S+) (stage\\S+)");
    private static final Pattern COMPARE_SHORT =
            Pattern.compile("git diff --no-index (?:--stat )?stage0\\[(\\d)(\\d)\\]\\*(/\\S+)");
    private static final Pattern EXERCISE =
            Pattern.compile("mvn -q -pl docs compile exec:java@exercise(?: -Dexercise=([\\w-]+))?");
    private static final long WATCHDOG_MILLIS = 60_000;

    @Override
    public String name() {
        return block.place() + " commands";
    }

    @Override
    public List<Finding> findings() throws Exception {
        if (block.has("run")) {
            run();
        } else {
            block.text().forEach(this::look);
        }
        return List.of();
    }

    boolean needsGit() {
        return block.has("run") && block.text().stream().anyMatch(line -> line.matches("(.*\\W)?git .*"));
    }

    private void run() throws Exception {
        Path copy = workshop.scratch("repository");
        workshop.copy("", copy);
        String commands = "set -e\n" + String.join("\n", block.text());
        List<String> shell = List.of("sh", "-c", commands);
        try (Program program = workshop.start(copy, shell)) {
            if (!program.awaitEnd(WATCHDOG_MILLIS) || program.status() != 0) {
                throw block.refuse("these commands fail; mend them\n" + String.join("\n", program.output()));
            }
        }
    }

    private void look(String command) {
        Matcher start = START.matcher(command);
        Matcher alternative = START_ALTERNATIVE.matcher(command);
        Matcher compare = COMPARE.matcher(command);
        Matcher compareShort = COMPARE_SHORT.matcher(command);
        Matcher exercise = EXERCISE.matcher(command);
        if (start.matches()) {
            String stage = start.group(1) == null ? repository.stages().get(0) : start.group(1);
            need(stage + "/src/main/java/hello/" + start.group(2) + ".java", command);
        } else if (alternative.matches()) {
            need("docs/alternatives/" + alternative.group(1) + ".java", command);
        } else if (compare.matches()) {
            need(compare.group(1), command);
            need(compare.group(2), command);
        } else if (compareShort.matches()) {
            need(stage("0" + compareShort.group(1)) + compareShort.group(3), command);
            need(stage("0" + compareShort.group(2)) + compareShort.group(3), command);
        } else if (exercise.matches()) {
            needExercise(exercise.group(1), command);
        } else if (!NOT_RUN.containsKey(command)) {
            throw block.refuse("no check knows the command `" + command + "`; mark the block `sh run`,"
                    + " or add the command with a reason to the list in CommandProof");
        }
    }

    /** What the shell makes of {@code stage03*}. */
    private String stage(String number) {
        return repository.stages().stream()
                .filter(stage -> Repository.number(stage).equals(number))
                .findFirst()
                .orElse("stage" + number + "*");
    }

    private void needExercise(String name, String command) {
        List<String> exercises = repository.list("docs/exercises");
        if (name != null && exercises.stream().noneMatch(exercise -> exercise.endsWith("-" + name))) {
            throw block.refuse("`" + command + "` speaks of an exercise which is not among " + exercises);
        }
    }

    private void need(String name, String command) {
        if (!repository.path(name).toFile().exists()) {
            throw block.refuse("`" + command + "` speaks of " + name + ", which is not there");
        }
    }

    /** The commands on the list that the text does not hold any more. */
    static List<String> unused(List<Document> documents) {
        List<String> unused = new ArrayList<>(NOT_RUN.keySet());
        for (Document document : documents) {
            document.blocks().forEach(block -> unused.removeAll(block.text()));
        }
        return unused;
    }
}
