package proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewTest {
    @TempDir
    private Path folder;

    @Test
    void everyStaleBlockIsRewrittenAndNothingElse() throws Exception {
        assumeTrue(Program.canReplay() && Program.hasGit(), "there is no sh, no curl or no git");
        Sample sample = Sample.in(folder.toRealPath());
        sample.write("docs/README.md", """
                [The whole code](whole-code.md)

                | chapter | minutes |
                | --- | --- |
                | [Two](stage02-two.md) | 60 |

                | from \u2192 to | changed lines | in `Main` |
                | --- | --- | --- |
                | 01 \u2192 02 | 2 | 2 |
                """);
        sample.write("docs/whole-code.md", "### [`Main`](../stage02-two/src/main/java/hello/Main.java)\n");
        sample.page(
                "- In a list:",
                "",
                "  **`Main.java`**, to look at:",
                "",
                "  ```java file=stage02-two/src/main/java/hello/Main.java from=\"static void main\"",
                "  stale",
                "  ```",
                "",
                "```sh copy",
                "mkdir mine2 && cp -r stage01-one/src mine2 && cd mine2",
                "```",
                "",
                "**`Main.java`**, in place of the line `System.out.println(\"one\");`:",
                "",
                "```java",
                "        System.out.println(\"two\");",
                "```",
                "",
                "```console javac",
                "$ javac -d out src/main/java/hello/*.java",
                "stale",
                "```",
                "",
                "```console same",
                "$ git diff --no-index src/main ../stage02-two/src/main",
                "```",
                "",
                "```console session=s run=docs/exercises/01-works/start",
                "$ java -cp out hello.Main",
                "stale",
                "```",
                "",
                "```diff old=stage01-one new=stage02-two",
                "```",
                "",
                "The end.");
        sample.write("stage02-two/src/main/java/hello/.Main.java.swp", "\0");
        assertThat(sample.complaints()).hasSize(5);
        Renew.renew(sample.repository());
        assertThat(sample.complaints()).isEmpty();
        assertThat(sample.repository().read("docs/README.md")).contains("| [Two](stage02-two.md) | 5 min |\n");
        assertThat(sample.repository().read(Sample.PAGE))
                .contains("""
                        - In a list:

                          **`Main.java`**, to look at:

                          ```java file=stage02-two/src/main/java/hello/Main.java from="static void main"
                              public static void main(String[] args) {
                                  System.out.println("two");
                              }
                          ```
                        """)
                .contains("$ java -cp out hello.Main\nyes\n```\n")
                .endsWith("```\n\nThe end.\n");
    }

    @Test
    void aDiffThatGitCannotWriteIsLeftToTheWriter() throws Exception {
        assumeTrue(Program.hasGit(), "there is no git");
        Sample sample = Sample.in(folder.toRealPath());
        sample.write("stage02-two/src/main/java/hello/Main.java", "\0");
        sample.page("```diff old=stage01-one new=stage02-two", "stale", "```");
        String page = sample.repository().read(Sample.PAGE);
        assertThat(Renew.renew(sample.repository()))
                .anyMatch(
                        line -> line.matches("By hand: .*:3: git does not write this diff, it says .*Binary files.*"));
        assertThat(sample.repository().read(Sample.PAGE)).isEqualTo(page);
    }

    @Test
    void aSessionThatTookTooLongIsLeftToTheWriter() throws Exception {
        assumeTrue(Program.canReplay(), "there is no sh or no curl");
        Sample sample = Sample.in(folder.toRealPath());
        String main = "docs/exercises/01-works/start/Main.java";
        sample.write(main, sample.repository().read(main).replace("yes", "took 9.0 s"));
        String step = "run=docs/exercises/01-works/start";
        sample.page("```console session=s seconds=1.0-2.0 " + step, "$ java -cp out hello.Main", "took 1.5 s", "```");
        String page = sample.repository().read(Sample.PAGE);
        assertThat(Renew.renew(sample.repository()))
                .anyMatch(line -> line.startsWith("By hand: " + Sample.PAGE + ":3: the session took other times"));
        assertThat(sample.repository().read(Sample.PAGE)).isEqualTo(page);
    }
}
