package proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of proof refuses what is wrong, and says where that is and what to do. */
class RefusalTest {
    private static final String MAIN = "stage02-two/src/main/java/hello/Main.java";
    private static final String WORKS = "docs/exercises/01-works/start";

    @TempDir
    private Path folder;

    private Sample sample;

    @BeforeEach
    void makeSample() throws IOException {
        sample = Sample.in(folder.toRealPath());
    }

    private void refuses(Class<? extends Proof.Check> kind, String... parts) throws Exception {
        assertThat(sample.complaint(kind)).contains(parts);
    }

    private void accepts(Class<? extends Proof.Check> kind) throws Exception {
        assertThat(sample.complaint(kind)).isEmpty();
    }

    @Test
    void aQuoteThatIsNotTheSource() throws Exception {
        sample.page(
                "```java file=" + MAIN + " from=\"static void main\"",
                "    public static void main(String[] args) {",
                "        System.out.println(\"too\");",
                "    }",
                "```");
        refuses(
                SourceProof.class,
                "docs/stage02-two.md:3: this block is not what " + MAIN
                        + " says at \"static void main\"; run `mvn -q -pl docs compile exec:java`",
                "the text says, line 5:         System.out.println(\"too\");",
                "the truth is:         System.out.println(\"two\");");
    }

    @Test
    void aQuoteThatIsNotWhatAnEditMakesOfTheLastStage() throws Exception {
        String edit = """
                Another word.
                --- Main.java
                +++ Main.java
                @@
                -        System.out.println("two");
                +        System.out.println("three");
                """;
        sample.write("docs/exercises/01-easy/start.diff", edit);
        String info = "```java file=docs/exercises/01-easy/start/%s.java from=println to=println";
        sample.page(info.formatted("Main"), "        System.out.println(\"two\");", "```");
        refuses(SourceProof.class, ":3: ", "the truth is:         System.out.println(\"three\");");
        sample.page(info.formatted("Main"), "        System.out.println(\"three\");", "```");
        accepts(SourceProof.class);
        sample.page(info.formatted("None"), "```");
        refuses(SourceProof.class, ":3: there is no file docs/exercises/01-easy/start/None.java; correct the name");
    }

    @Test
    void aQuoteOfAFileThatIsNotThere() throws Exception {
        sample.page("```java file=stage02-two/Nowhere.java", "```");
        refuses(SourceProof.class, "docs/stage02-two.md:3: there is no file", "correct the name");
    }

    @Test
    void aQuoteThatBeginsAtTwoPlaces() throws Exception {
        sample.page("```java file=" + MAIN + " from=\"}\"", "```");
        refuses(SourceProof.class, ":3: \"}\" is in line 6 and in line 7", "name more");
    }

    @Test
    void aQuoteThatBeginsOrEndsNowhere() throws Exception {
        sample.page("```java file=" + MAIN + " from=static to=nowhere", "```");
        refuses(SourceProof.class, ":3: \"nowhere\" is in no line after", "name a line");
    }

    @Test
    void aCompilerMessageThatJavacDoesNotPrint() throws Exception {
        sample.page(
                "```sh copy",
                "mkdir mine2 && cp -r stage01-one/src mine2 && cd mine2",
                "```",
                "",
                "**`Main.java`**, in place of the line `System.out.println(\"one\");`:",
                "",
                "```java",
                "        System.out.println(\"one\")",
                "```",
                "",
                "```console javac",
                "$ javac -d out src/main/java/hello/*.java",
                "src/main/java/hello/Main.java:5: error: '.' expected",
                "```");
        refuses(
                CompilerProof.class,
                "docs/stage02-two.md:13: this block is not what javac",
                "run `mvn",
                "the truth is: src/main/java/hello/Main.java:5: error: ';' expected");
    }

    @Test
    void aSessionThatPrintsSomethingElse() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh or no curl");
        sample.page("```console session=s run=" + WORKS, "$ java -cp out hello.Main", "no", "```");
        refuses(
                SessionProof.class,
                "docs/stage02-two.md:3: this block is not what the session prints; run `mvn",
                "the text says: no",
                "the truth is:  yes");
    }

    @Test
    void aCommandOfASessionThatPrintsSomethingElse() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh or no curl");
        sample.write("docs/exercises/03-server/start/Main.java", """
                package hello;

                final class Main {
                    public static void main(String[] args) throws InterruptedException {
                        System.out.println("Listening on http://127.0.0.1:54321/");
                        Thread.currentThread().join();
                    }
                }
                """);
        for (String port : List.of("8080", "54321")) {
            sample.page(
                    "```console session=s run=docs/exercises/03-server/start",
                    "$ java -cp out hello.Main",
                    "Listening on http://127.0.0.1:8080/",
                    "^C",
                    "$ echo $?",
                    "130",
                    "```",
                    "```console session=s",
                    "$ echo 'it is http://127.0.0.1:8080/'",
                    "it is http://127.0.0.1:" + port + "/",
                    "```");
            if (port.equals("8080")) {
                accepts(SessionProof.class);
            } else {
                refuses(
                        SessionProof.class,
                        "docs/stage02-two.md:10: this block is not what the session prints",
                        "the truth is:  it is http://127.0.0.1:8080/");
            }
        }
    }

    @Test
    void aProgramThatShouldBeStoppedButEndsByItself() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh or no curl");
        sample.page("```console session=s run=" + WORKS, "$ java -cp out hello.Main", "yes", "^C", "```");
        refuses(SessionProof.class, "docs/stage02-two.md:3: the program ends by itself", "[yes]");
    }

    @Test
    void aSessionThatLeavesOutWhatAProgramPrintsLate() throws Exception {
        String program = sample.repository().read("docs/exercises/01-works/start/Main.java");
        String late = program.replace("System.out", "Thread.sleep(1_000);\n        System.out")
                .replace("args)", "args) throws InterruptedException");
        sample.write("docs/exercises/03-late/start/Main.java", late);
        sample.page("```console session=s run=docs/exercises/03-late/start", "$ java -cp out hello.Main", "```");
        refuses(SessionProof.class, "the truth is:  yes");
    }

    @Test
    void aSessionThatStartsAnotherProgram() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh or no curl");
        sample.page("```console session=s run=" + WORKS, "$ java Main.java", "```");
        refuses(SessionProof.class, ":3: the program is started by `$ java -cp ... hello.Main`");
    }

    @Test
    void aSessionOfAlternativesThatAreNotBuilt() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh or no curl");
        sample.page("```console session=s run=alternatives", "$ java -cp out hello.Main", "```");
        refuses(SessionProof.class, "docs/target/alternatives is not there; run `mvn -q -pl docs compile`");
    }

    @Test
    void aSessionWithoutAProgram() throws Exception {
        sample.page("```console session=s", "$ true", "```");
        refuses(SessionProof.class, ":3: the first block of a session, and no other, has run=");
    }

    @Test
    void aDiffThatDoesNotGiveTheOtherFile() throws Exception {
        diff("-        System.out.println(\"one\");", "+        System.out.println(\"too\");");
        refuses(
                DiffProof.class,
                "docs/stage02-two.md:3: this block is not the diff from stage01-one/src/main/ to"
                        + " stage02-two/src/main/; run `mvn",
                "it does not lead to stage02-two/src/main/java/hello/Main.java",
                "the text says, line 5:         System.out.println(\"too\");");
    }

    @Test
    void aDiffThatDoesNotFitTheFirstFile() throws Exception {
        diff("-        System.out.println(\"won\");", "+        System.out.println(\"two\");");
        refuses(DiffProof.class, ":3: ", "it does not fit stage01-one/src/main/");
    }

    @Test
    void aDiffThatLeavesOutAFile() throws Exception {
        sample.write("stage02-two/src/main/java/hello/New.java", "package hello;\n");
        diff("-        System.out.println(\"one\");", "+        System.out.println(\"two\");");
        refuses(DiffProof.class, ":3: ", "it leaves out [java/hello/New.java]");
    }

    @Test
    void aDiffWithAHeaderThatGitDoesNotWrite() throws Exception {
        sample.page(
                "```diff old=stage01-one new=stage02-two",
                "diff --git a/stage01-one/src/main/java/hello/Main.java b/" + MAIN,
                "new file mode 100644",
                "```");
        refuses(DiffProof.class, ":3: ", "git would write the line: --- a/stage01-one/src");
    }

    private void diff(String removed, String added) throws IOException {
        sample.page(
                "```diff old=stage01-one new=stage02-two",
                "diff --git a/stage01-one/src/main/java/hello/Main.java b/" + MAIN,
                "--- a/stage01-one/src/main/java/hello/Main.java",
                "+++ b/" + MAIN,
                "@@ -5,1 +5,1 @@",
                removed,
                added,
                "```");
    }

    @Test
    void aCommandThatNoCheckKnows() throws Exception {
        sample.page("```sh listed", "rm -r stage01-one", "```");
        refuses(
                CommandProof.class,
                ":3: no check knows one of these commands",
                "sh run",
                "sh listed=\"it takes minutes\"");
    }

    @Test
    void aReasonForWhatNeedsNone() throws Exception {
        sample.page("```sh listed=\"it takes minutes\"", "git diff --no-index stage01-one stage02-two", "```");
        refuses(CommandProof.class, ":3: what these commands speak of is looked up", "without a reason");
        sample.page("```sh listed=\"it takes minutes\"", "sleep 600", "```");
        accepts(CommandProof.class);
    }

    @Test
    void aCommandThatFails() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh or no curl");
        sample.page("```sh run", "ls stage01-one", "ls stage09-nine", "```");
        refuses(CommandProof.class, ":3: these commands fail; correct them", "stage09-nine");
    }

    @Test
    void aCommandThatStartsWhatIsNotThere() throws Exception {
        sample.page("```sh listed", "mvn -q compile && java -cp docs/target/alternatives hello.NoServer", "```");
        refuses(CommandProof.class, "speaks of docs/alternatives/NoServer.java, which is not there");
        sample.page("```sh listed", "mvn -q compile && java -cp stage09-nine/target/classes hello.Main", "```");
        refuses(CommandProof.class, ":3: ", "speaks of stage09-nine/src/main/java/hello/Main.java");
    }

    @Test
    void aPictureThatTheTourDidNotDraw() throws Exception {
        sample.page("```text tour=stage02-two", "Stage 02, two", "```");
        refuses(TourProof.class, ":3: there is no docs/figures/data/tour.csv; record a tour");
        String start = "stage,request,page,event,millis\nstage02-two,14,/,";
        sample.write(
                "docs/figures/data/tour.csv",
                "# 2026-01-31, 2 cores, JDK 17.0.1, java tour.Tour\n" + start + "refused,70\n");
        refuses(
                TourProof.class,
                ":3: this block is not what docs/figures/data/tour.csv draws",
                "the truth is: A thread");
        sample.page("```text tour=stage01-one", "```");
        refuses(TourProof.class, "has no whole stage01-one");
    }

    @Test
    void aCommandThatComparesWhatIsNotThere() throws Exception {
        sample.page("```sh listed", "git diff --no-index stage0[19]*/src", "```");
        refuses(CommandProof.class, ":3: There is no stage 09; there are [stage01-one, stage02-two]");
    }

    @Test
    void aTestThatNoStageHas() throws Exception {
        sample.write("stage02-two/src/test/java/hello/MainTest.java", "class MainTest { void itPrintsTheWord() {} }");
        sample.page("See `itPrintsTheWord`,", "and `itPrintsNoOtherWord`.");
        refuses(NameProof.class, "docs/stage02-two.md:4: no stage has a test itPrintsNoOtherWord; correct the name");
        sample.page("See `itPrintsTheWord`.");
        accepts(NameProof.class);
    }

    @Test
    void aCommandThatSpeaksOfAnExerciseThatIsNotThere() throws Exception {
        sample.write("docs/exercises/01-easy/README.md", "# Easy\n");
        sample.page("```sh listed", "mvn -q -pl docs compile exec:java@exercise -Dexercise=hard", "```");
        refuses(CommandProof.class, ":3: ", "speaks of an exercise which is not among [01-easy, 01-works]");
    }

    @Test
    void aLinkThatLeadsNowhere() throws Exception {
        sample.page("Read", "[this](stage09-nine.md).");
        refuses(LinkProof.class, "docs/stage02-two.md:4: the link leads to docs/stage09-nine.md");
    }

    @Test
    void anImageThatIsNotThere() throws Exception {
        sample.page("![a picture](figures/none.svg)");
        refuses(LinkProof.class, "docs/stage02-two.md:3: the link leads to docs/figures/none.svg");
    }

    @Test
    void anAnchorThatIsNotThere() throws Exception {
        sample.page("[One](#two) and [other](#three).");
        refuses(LinkProof.class, "docs/stage02-two.md:3: docs/stage02-two.md has no heading #three");
    }

    @Test
    void aStageThatChangesMoreThanTheTableSays() throws Exception {
        budget("| 01 \u2192 02 | 1 | 2 |");
        refuses(BudgetProof.class, "docs/README.md:3: 2 lines change, more than 1; change fewer");
        budget("| 01 \u2192 02 | 2 | 1 |");
        refuses(BudgetProof.class, "docs/README.md:3: 2 lines of Main change, more than 1");
        budget("| 01 \u2192 02 | 2 | 2 |");
        accepts(BudgetProof.class);
    }

    @Test
    void aTableWithoutARowForAStage() throws Exception {
        budget("| 02 \u2192 03 | two |");
        refuses(BudgetProof.class, "docs/README.md:1: no table \"changed lines\" has a row 01 \u2192 02");
    }

    private void budget(String row) throws IOException {
        sample.write(
                "docs/README.md", "| from \u2192 to | changed lines | in `Main` |\n| --- | --- | --- |\n" + row + "\n");
    }

    @Test
    void aPageThatTheContentsDoNotName() throws Exception {
        sample.page("Nothing.");
        refuses(CoverageProof.class, "docs/README.md:1: the contents do not name stage02-two.md");
    }

    @Test
    void aTableThatHasNoRow() throws Exception {
        sample.page("| size | seconds |", "| --- | --- |", "", "| size | seconds |", "| --- | --- |", "| 1 | 2 |");
        refuses(CoverageProof.class, "docs/stage02-two.md:3: this table has no row; add one, or delete it");
        assertThat(sample.complaint(CoverageProof.class)).doesNotContain("docs/stage02-two.md:6");
    }

    @Test
    void anExerciseThatTheContentsDoNotName() throws Exception {
        sample.write("docs/exercises/01-easy/README.md", "# Easy\n");
        sample.write("docs/README.md", "[Easy](exercises/01-easy/README.md)\n");
        refuses(CoverageProof.class, "docs/exercises.md:1: the contents do not name exercises/01-easy/README.md");
    }

    @Test
    void aStageWhoseDiffIsMissing() throws Exception {
        refuses(
                CoverageProof.class,
                "docs/stage02-two.md:1: there is no diff from stage01-one to stage02-two; add one");
    }

    @Test
    void aChapterThatIsTooLongForOneSitting() throws Exception {
        sample.write("docs/README.md", "| [Two](stage02-two.md) | 25 min |\n");
        String words = "word ".repeat(2_795) + "\n";
        String fold = "<details>\n" + words + "</details>\n";
        sample.page(words, fold, "```text", "code", "```");
        refuses(LengthProof.class, "docs/README.md:0: this block is not the time", "stage02-two.md) | 15 min |");
        sample.page(words, fold, "one two three four five");
        refuses(LengthProof.class, "docs/stage02-two.md:1: 2801 words and 6 lines of this chapter are not folded");
        sample.page("\n".repeat(400));
        refuses(LengthProof.class, "docs/stage02-two.md:1: 1 words and 403 lines of this chapter are not folded");
    }

    @Test
    void aLevelThatTheListDoesNotTellOf() throws Exception {
        sample.write("docs/levels/01-one-move.txt", """
                title: One move
                task: Let it happen.
                stage: 02
                """);
        sample.write("docs/figures/data/schedules/01-one-move.json", """
                {"threads": ["main"], "files": ["Main.java"], "texts": [""],
                "positions": [[0, 0, 0, [0, 1], []], [2, 0, 0, [], []]], "shared": [[[], [], [], []]],
                "states": [[0, 0, 1], [1, 0, -1]], "printed": [], "bad": [1]}
                """);
        sample.write("docs/scheduler.md", "### One move\n\nLet it be.\n");
        refuses(LevelProof.class, "docs/scheduler.md:2: this block is not the task of docs/levels/01-one-move.txt");
        sample.write("docs/scheduler.md", "## One move\n");
        refuses(LevelProof.class, "docs/scheduler.md:1: there is no heading `### One move`; add it");
    }

    @Test
    void aFileThatTheWholeCodeLeavesOut() throws Exception {
        sample.write("stage02-two/src/main/resources/hello/page.html", "page\n");
        sample.write("docs/whole-code.md", "### [`Main`](../stage02-two/src/main/java/hello/Main.java)\n");
        refuses(CoverageProof.class, "docs/whole-code.md:1: no heading links to [resources/hello/page.html]");
    }

    @Test
    void aBlockThatDoesNotSayWhatItShows() throws Exception {
        sample.page("```java form=static", "```");
        refuses(Proof.Check.class, ":3: this block does not say what it shows; its language", "file=FILE");
    }

    @Test
    void aBlockThatSaysTwoThings() throws Exception {
        sample.page("```console javac session=s", "```");
        refuses(Proof.Check.class, ":3: this block is of several kinds", "javac ", "session=NAME");
    }

    @Test
    void anAttributeThatNobodyKnows() throws Exception {
        sample.page("```java file=" + MAIN + " form=static", "```");
        refuses(Proof.Check.class, ":3: such a block has no attribute form; it may have", "from=");
    }

    @Test
    void anInfoStringThatCannotBeRead() throws Exception {
        sample.page("```java file=" + MAIN + " from=\"static", "```");
        refuses(Proof.Check.class, ":3: cannot read from=\"static; write key=value");
    }

    @Test
    void codeThatIsOnlyIndented() throws Exception {
        sample.page("    int i;");
        refuses(Proof.Check.class, "docs/stage02-two.md:3: code that is only indented", "use a fence");
    }
}
