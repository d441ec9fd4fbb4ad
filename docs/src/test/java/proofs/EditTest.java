package proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ground.Problem;
import ground.Sources;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit makes of the sample's {@code Main}, and how an edit that does not fit is refused. */
class EditTest {
    private static final String LAYER = "docs/wrong/idea";

    @TempDir
    private Path folder;

    private Sample sample;

    @BeforeEach
    void makeSample() throws IOException {
        sample = Sample.in(folder.toRealPath());
    }

    @Test
    void itsHunksFindTheirPlaces() throws Exception {
        edit(
                "Two words are better than one.",
                "",
                "--- Main.java",
                "+++ Main.java",
                "@@",
                "     public static void main(String[] args) {",
                "+        System.out.println(\"first\");",
                "@@",
                "-        System.out.println(\"two\");",
                "+        System.out.println(\"second\");",
                "--- /dev/null",
                "+++ Other.java",
                "@@",
                "+class Other {}");
        Sources sources = sources();
        assertThat(sources.text("Main.java"))
                .isEqualTo(sample.repository()
                        .read("stage02-two/src/main/java/hello/Main.java")
                        .replace(
                                "        System.out.println(\"two\");\n",
                                "        System.out.println(\"first\");\n        System.out.println(\"second\");\n"));
        assertThat(sources.text("Other.java")).isEqualTo("class Other {}\n");
    }

    @Test
    void anEmptyLineStandsForAnUnchangedOne() throws Exception {
        edit(
                "No space.",
                "--- Main.java",
                "+++ Main.java",
                "@@",
                " package hello;",
                "",
                "-final class Main {",
                "+class Main {");
        assertThat(sources().text("Main.java")).startsWith("package hello;\n\nclass Main {\n");
    }

    @Test
    void anEditWhoseLinesAreGoneIsRefusedByName() throws Exception {
        edit("An old idea.", "--- Main.java", "+++ Main.java", "@@", "-    System.out.println(\"two\");");
        refuses(LAYER + ".diff:4: this names lines that are not in Main.java; fit the edit to that file");
    }

    @Test
    void anEditWhoseLinesOccurTwiceIsRefusedByName() throws Exception {
        sample.write("stage02-two/src/main/java/hello/Main.java", "a\nb\na\n");
        edit("A vague idea.", "--- Main.java", "+++ Main.java", "@@", "-a");
        refuses(LAYER + ".diff:4: this names lines that are more than once in Main.java; fit the edit");
        edit("An idea without a place.", "--- Main.java", "+++ Main.java", "@@", "+c");
        refuses(LAYER + ".diff:4: this names lines that are more than once in Main.java; fit the edit");
    }

    @Test
    void anEditThatCannotBeReadIsRefusedByName() throws Exception {
        edit("--- Main.java", "+++ Main.java", "@@", "-a");
        refuses(LAYER + ".diff:1: an edit begins with its reason");
        edit("+++ Main.java", "@@", "-a");
        refuses(LAYER + ".diff:1: an edit begins with its reason");
        edit("A place is missing.", "@@", "-a");
        refuses(LAYER + ".diff:2: this hunk has no file; put its two header lines above");
        edit("A typing error.", "--- Main.java", "+++ Mein.java", "@@", "-a");
        refuses(LAYER + ".diff:3: the line above must be `--- Mein.java`, or `--- /dev/null`");
        edit("No mark.", "--- Main.java", "+++ Main.java", "@@", "final class Main {");
        refuses(LAYER + ".diff:5: a line of a hunk begins with a space, - or +");
        edit("Nothing.", "--- Main.java", "+++ Main.java");
        refuses(LAYER + ".diff: an edit without a hunk changes nothing; begin one with @@");
    }

    @Test
    void aMissingLayerIsRefusedByName() {
        refuses("there is no " + LAYER + ".diff, and no source in " + LAYER);
    }

    @Test
    void whatAnEditorLeavesBesideSourcesIsNoSource() throws Exception {
        for (String leftover :
                new String[] {".Main.java.swp", ".Main.java", "Main.java~", "Main.java.orig", "M.class"}) {
            sample.write(LAYER + "/" + leftover, "rubbish");
        }
        sample.write(LAYER + "/folder.java/Main.java", "rubbish");
        sample.write(LAYER + "/Other.java", "class Other {}\n");
        Path out = folder.resolve("out");
        sources().write(out);
        assertThat(out.toFile().list()).containsExactlyInAnyOrder("Main.java", "Other.java");
    }

    private void edit(String... lines) throws IOException {
        sample.write(LAYER + ".diff", String.join("\n", lines) + "\n");
    }

    private Sources sources() {
        return Sources.ofLastStage(sample.repository()).with(LAYER);
    }

    private void refuses(String words) {
        assertThatThrownBy(this::sources).isInstanceOf(Problem.class).hasMessageContaining(words);
    }
}
