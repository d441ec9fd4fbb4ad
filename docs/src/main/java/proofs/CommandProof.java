package proofs;

import ground.Program;
import ground.Repository;
import ground.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of commands for the reader to type, one a line. A block marked {@code run} is run, in a
 * copy of the repository; one marked {@code listed} holds commands that start a program, compare two
 * folders, check an exercise or catch up with the text, which must be there. Other commands need a
 * reason for not being run.
 */
record CommandProof(Repository repository, Workshop workshop, Typist typist, Block block) implements Proof.Check {
    private static final Pattern START =
            Pattern.compile("(?:mvn -q compile && )?java -cp (?:(stage[^/]+)/)?target/classes hello\\.(\\w+)( \\d+)*");
    private static final Pattern START_ALTERNATIVE =
            Pattern.compile("(?:mvn -q compile && )?java -cp " + Workshop.ALTERNATIVES + " hello\\.(\\w+)( \\d+)*");
    private static final Pattern COMPARE = Pattern.compile("git diff --no-index (stage\\S+) (stage\\S+)");
    private static final Pattern COMPARE_SHORT =
            Pattern.compile("git diff --no-index (?:--stat )?stage0\\[(\\d)(\\d)\\]\\*(/\\S+)");
    private static final Pattern EXERCISE =
            Pattern.compile("mvn -q -pl docs compile exec:java@exercise(?: -Dexercise=([\\w-]+))?");
    private static final Pattern CATCH_UP =
            Pattern.compile(Pattern.quote(CatchUp.COMMAND) + "(?: -Dat=(\\S+))?(?: -Dto=[\\w-]+)?");
    private static final long WATCHDOG_MILLIS = 60_000;

    @Override
    public void check(List<Finding> findings) throws Exception {
        if (block.has("run")) {
            run();
            return;
        }
        boolean isKnown = true;
        for (String command : block.text()) {
            isKnown &= look(command);
        }
        if (isKnown != block.get("listed").isEmpty()) {
            throw block.wrong(
                    isKnown
                            ? "what these commands speak of is looked up; write `listed` without a reason"
                            : "no check knows one of these commands; mark the block `sh run`,"
                                    + " or say why it is not run, as in `sh listed=\"it takes minutes\"`");
        }
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
                throw block.wrong("these commands fail; correct them\n" + String.join("\n", program.output()));
            }
        }
    }

    /** Whether the command is known; what it speaks of must be there. */
    private boolean look(String command) {
        Matcher start = START.matcher(command);
        Matcher alternative = START_ALTERNATIVE.matcher(command);
        Matcher compare = COMPARE.matcher(command);
        Matcher compareShort = COMPARE_SHORT.matcher(command);
        Matcher exercise = EXERCISE.matcher(command);
        Matcher catchUp = CATCH_UP.matcher(command);
        if (start.matches()) {
            String stage = start.group(1) == null ? repository.stages().get(0) : start.group(1);
            need(stage + "/src/main/java/hello/" + start.group(2) + ".java", command);
        } else if (alternative.matches()) {
            need("docs/alternatives/" + alternative.group(1) + ".java", command);
        } else if (compare.matches()) {
            need(compare.group(1), command);
            need(compare.group(2), command);
        } else if (compareShort.matches()) {
            need(repository.stage("0" + compareShort.group(1)) + compareShort.group(3), command);
            need(repository.stage("0" + compareShort.group(2)) + compareShort.group(3), command);
        } else if (exercise.matches()) {
            needExercise(exercise.group(1), command);
        } else if (catchUp.matches()) {
            if (catchUp.group(1) != null) {
                typist.at(catchUp.group(1));
            }
        } else {
            return false;
        }
        return true;
    }

    private void needExercise(String name, String command) {
        List<String> exercises = repository.list("docs/exercises");
        if (name != null && exercises.stream().noneMatch(exercise -> exercise.endsWith("-" + name))) {
            throw block.wrong("`" + command + "` speaks of an exercise which is not among " + exercises);
        }
    }

    private void need(String name, String command) {
        if (!repository.path(name).toFile().exists()) {
            throw block.wrong("`" + command + "` speaks of " + name + ", which is not there");
        }
    }
}
