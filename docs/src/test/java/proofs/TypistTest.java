package proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Problem;
import ground.Program;
import ground.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever types just what a page shows ends up with the next stage. */
class TypistTest {
    private static final String JAVAC = "$ javac -d out src/main/java/hello/*.java\n";
    private static final String FRESH = """
            ```sh copy
            mkdir mine2 && cp -r stage01-one/src mine2 && cd mine2
            ```
            """;
    private static final String SAME = """
            ```console same
            $ git diff --no-index src/main ../stage02-two/src/main
            ```
            """;

    /** What the page has typed, each with its caption. None of them can be left out. */
    private static final List<String> TYPED = List.of("""
            **`Main.java`**, in place of the line `System.out.println("one");`:

            ```java
                    System.out.println(new Word().text);
            ```
            """, """
            **`Word.java`**, a new file:

            ```java
            package hello;

            final class Word {}
            ```
            """, """
            **`Word.java`**, at the end of the class:

            ```java
                final String text = "three";
            ```
            """, """
            **`Word.java`**, each `three` becomes `two`.
            """);

    private static final String ONE_ERROR = """
            src/main/java/hello/Main.java:5: error: cannot find symbol
                    System.out.println(new Word().text);
                                                 ^
              symbol:   variable text
              location: class Word
            1 error
            """;

    @TempDir
    private Path folder;

    private Sample sample;

    @BeforeEach
    void makeSample() throws Exception {
        sample = new Sample(folder.toRealPath());
        sample.write("pom.xml", "<module>stage01-one</module><module>stage02-two</module>");
        String main = """
                package hello;

                final class Main {
                    public static void main(String[] args) {
                        System.out.println("one");
                    }
                }
                """;
        sample.write("stage01-one/src/main/java/hello/Main.java", main);
        sample.write("stage02-two/src/main/java/hello/Main.java", main.replace("\"one\"", "new Word().text"));
        sample.write("stage02-two/src/main/java/hello/Word.java", """
                package hello;

                final class Word {
                    final String text = "two";
                }
                """);
    }

    private static List<String> page() {
        String javac = "```console javac\n" + JAVAC;
        String run = "```console session=SESSION\n$ java -cp out hello.Main\n";
        return new ArrayList<>(List.of(
                FRESH,
                TYPED.get(0),
                TYPED.get(1),
                javac + ONE_ERROR + "```\n",
                TYPED.get(2),
                javac + "```\n",
                run.replace("SESSION", "three") + "three\n```\n",
                "## The end\n",
                TYPED.get(3),
                javac.replace("-d", "-Xlint:all -d") + "```\n",
                run.replace("SESSION", "two") + "two\n```\n",
                SAME));
    }

    private List<String> complaints(List<String> parts) throws Exception {
        sample.write(Sample.PAGE, "# Two\n\n" + String.join("\n", parts));
        String complaint = sample.complaint(TypistProof.class);
        return (complaint.isEmpty() ? sample.complaint(CompilerProof.class) : complaint)
                .lines()
                .toList();
    }

    private void refuses(String message, String... parts) throws Exception {
        assertThat(String.join("\n", complaints(List.of(parts)))).contains(message);
    }

    @Test
    void aPageThatShowsEverythingLeadsToItsStage() throws Exception {
        assertThat(complaints(page())).isEmpty();
        assertThat(sample.complaint(SessionProof.class)).isEmpty();
    }

    @Test
    void noTypedBlockCanBeLeftOut() throws Exception {
        for (String typed : TYPED) {
            List<String> page = page();
            page.remove(typed);
            assertThat(complaints(page)).as(typed).first().asString().matches("docs/stage02-two\\.md:\\d+: .*");
        }
    }

    @Test
    void noTypedBlockCanComeBeforeWhatItNeeds() throws Exception {
        for (String typed : TYPED.subList(2, TYPED.size())) {
            List<String> page = page();
            page.remove(typed);
            page.add(page.indexOf(TYPED.get(TYPED.indexOf(typed) - 1)), typed);
            assertThat(complaints(page)).as(typed).first().asString().matches("docs/stage02-two\\.md:\\d+: .*");
        }
    }

    @Test
    void aBlockInTheWrongPlaceIsRefusedWhereTheCompilerSeesIt() throws Exception {
        List<String> page = page();
        page.set(4, TYPED.get(2).replace("at the end of the class", "after the line `package hello;`"));
        assertThat(complaints(page)).first().asString().startsWith("docs/stage02-two.md:59: the copy is not stage02");
        assertThat(sample.complaint(CompilerProof.class))
                .startsWith("docs/stage02-two.md:37: this block is not what javac");
    }

    @Test
    void aCopyThatDiffersFromTheStageIsRefused() throws Exception {
        List<String> page = page();
        page.set(2, TYPED.get(1).replace("final class", "/** A word. */\nfinal class"));
        assertThat(complaints(page))
                .containsExactly(
                        "docs/stage02-two.md:60: the copy is not stage02-two: Word.java differs; correct what is typed above.",
                        "  the copy says, line 3: /** A word. */",
                        "  stage02-two says: final class Word {");
    }

    @Test
    void aChapterThatDoesNotShowItsEndIsRefused() throws Exception {
        List<String> page = page();
        page.remove(SAME);
        assertThat(complaints(page))
                .first()
                .asString()
                .startsWith("docs/stage02-two.md:3: what begins here is not shown");
        page.add(SAME);
        page.add("**`Word.java`**, each `two` becomes `three`.\n");
        assertThat(complaints(page))
                .first()
                .asString()
                .startsWith("docs/stage02-two.md:3: what begins here is not shown");
    }

    @Test
    void oldClassesAreNeverRun() throws Exception {
        List<String> page = page();
        page.remove(9);
        assertThat(complaints(page)).first().asString().startsWith("docs/stage02-two.md:50: this runs old classes");
    }

    @Test
    void whatIsTypedNeedsACopyAndACaption() throws Exception {
        refuses(":5: nothing has been copied yet; begin with a block `sh copy`", TYPED.get(0));
        refuses(":7: this block has no caption right above it", FRESH, "```java\nint i;\n```\n");
        refuses(":9: this block has no caption", FRESH, "**`Main.java`** now:\n\n```java\nint i;\n```\n");
        refuses(
                ":7: the typist knows no such caption; after the file",
                FRESH,
                "**`Main.java`**, somewhere:\n\n```java\nint i;\n```\n");
        refuses(":7: there is no block of Java right below", FRESH, "**`Main.java`**, the whole file:\n\nNothing.\n");
        refuses(":3: there is no stage09-nine; copy one of", FRESH.replace("stage01-one", "stage09-nine"));
        refuses(":7: mine2 is made at docs/stage02-two.md:3 too", FRESH, FRESH);
        refuses(":3: write `mkdir mine2 && cp -r", FRESH.replace("mkdir", "mkdir -p"));
    }

    @Test
    void whatIsOnlyLookedAtMustExist() throws Exception {
        String look = "**`Main.java`**, to look at:\n\n```java\n        System.out.println(\"WORD\");\n```\n";
        refuses(":9: at this point there is no such thing in Main.java: these lines", FRESH, look);
        assertThat(complaints(List.of(FRESH, look.replace("WORD", "one"))))
                .allMatch(line -> line.contains("is not shown to end"));
        String file =
                "**`Main.java`**, the whole file:\n\n```java file=stage02-two/src/main/java/hello/Main.java\n```\n";
        refuses(":9: what has file= is only looked at", FRESH, file);
    }

    @Test
    void whatWasTypedSinceAHeadingCanBeUndone() throws Exception {
        List<String> page = page();
        page.add(8, "**`Word.java`**, the whole file:\n\n```java\nclass Word {}\n```\n");
        page.add(9, "**`Word.java`**, as it was before \"The end\".\n");
        assertThat(complaints(page)).isEmpty();
        page.set(9, "**`Word.java`**, as it was before \"The beginning\".\n");
        assertThat(complaints(page)).first().asString().contains("is \"The beginning\"; it is one of [Two, The end]");
        page.set(9, "**`Word.java`**, as it was before \"Two\".\n");
        assertThat(complaints(page)).first().asString().endsWith("Word.java was not there; write \"deleted\"");
    }

    @Test
    void aMistakeThatIsTakenBackAtOnceCanBeLaidOut() throws Exception {
        List<String> page = page();
        page.add(7, "## A mistake\n");
        page.add(8, "**`Word.java`**, the whole file:\n\n```java\nclass Word {}\n```\n");
        page.add(9, "**`Word.java`**, as it was before \"A mistake\".\n");
        assertThat(complaints(page)).isEmpty();
        new CatchUp(new Repository(sample.root())).layOut("stage02/a-mistake/end", "");
        assertThat(sample.root().resolve("mine2/src/main/java/hello/Word.java")).hasContent("class Word {}");
    }

    @Test
    void aReaderCatchesUpAndLosesNothing() throws Exception {
        sample.write(Sample.PAGE, "# Two\n\n" + String.join("\n", page()));
        CatchUp catchUp = new CatchUp(new Repository(sample.root()));
        Path word = sample.root().resolve("mine2/src/main/java/hello/Word.java");
        assertThat(catchUp.layOut("stage02/the-end", "")).endsWith("Go on there: cd mine2");
        assertThat(word).content().contains("three");
        assertThat(catchUp.layOut("stage02/the-end", "")).endsWith("already.");
        Files.writeString(word, "typed for hours");
        assertThatThrownBy(() -> catchUp.layOut("stage02/the-end", ""))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll("Word.java differs", "-Dto=mine2-new");
        assertThat(word).hasContent("typed for hours");
        assertThat(catchUp.layOut("stage02-two/the-end/end", "other")).endsWith("cd other");
        assertThat(sample.root().resolve("other/src/main/java/hello/Word.java"))
                .content()
                .contains("two");
        assertThatThrownBy(() -> catchUp.layOut("stage02/the-end", "../other"))
                .hasMessageContaining("is not a name for a folder beside the stages");
        assertThatThrownBy(() -> catchUp.layOut("stage02/nowhere", ""))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll("no heading stage02/nowhere", "stage02-two/the-end\n");
    }

    @Test
    void aChapterCanGoOnWithTheCopyOfTheOneBeforeIt() throws Exception {
        String second = "# Two, the end\n\n```sh copy\ncd mine2\n```\n\n";
        List<String> page = page();
        sample.write("docs/stage02-two-more.md", second + String.join("\n", page.subList(7, page.size())));
        assertThat(complaints(page.subList(0, 7))).isEmpty();
        sample.write("docs/stage02-two-more.md", second);
        assertThat(complaints(page.subList(0, 7)))
                .containsExactly("docs/stage02-two.md:3: what begins here is not shown to end as stage02;"
                        + " end it with a block `console same`, and type nothing after it");
    }

    @Test
    void theListOfHeadingsKeepsTheOrderOfThePages() throws Exception {
        List<String> page = page();
        sample.write(Sample.PAGE, "# Two\n\n" + String.join("\n", page.subList(0, 8)));
        String second = "# Two, the end\n\n```sh copy\ncd mine2\n```\n\n";
        sample.write("docs/stage02-two-more.md", second + String.join("\n", page.subList(7, page.size())));
        sample.write("docs/teaching.md", "# Teaching\n\n" + FRESH.replace("mine2", "mine-exam"));
        CatchUp catchUp = new CatchUp(new Repository(sample.root()));
        assertThatThrownBy(() -> catchUp.layOut("stage02/the-end", ""))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("  stage02-two/two\n  stage02-two/the-end\n"
                        + "  stage02-two-more/two-the-end\n  teaching/teaching\nTo have")
                .hasMessageEndingWith("there is more than one heading stage02/the-end; write more of the page's name: "
                        + "stage02-two/the-end or stage02-two-more/the-end");
    }

    @Test
    void noCopyIsMadeInsideAnotherOrOverIt() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh");
        String copy = FRESH.lines().toList().get(1);
        Path word = sample.root().resolve("mine2/src/main/java/hello/Main.java");
        for (int round = 1; round <= 2; round++) {
            List<String> shell = List.of("sh", "-c", copy);
            try (Program program = Program.start(sample.root(), folder.resolve("out.txt"), shell)) {
                assertThat(program.awaitEnd(60_000)).isTrue();
                assertThat(program.status() == 0).isEqualTo(round == 1);
            }
            assertThat(sample.root().resolve("mine2/src/src")).doesNotExist();
            assertThat(round == 2).isEqualTo(Files.readString(word).equals("typed for hours"));
            Files.writeString(word, "typed for hours");
        }
    }
}
