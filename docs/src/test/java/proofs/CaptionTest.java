package proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ground.Problem;
import ground.Sources;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A caption names one place, and the block goes there and nowhere else. */
class CaptionTest {
    private static final String POOL = """
            package hello;

            import java.util.Deque;
            import java.util.List;

            /** Jobs. */
            final class Pool {
                private static final int SIZE = 4;

                private final Deque<Runnable> channel;
                private List<String> names; // guarded by this

                Pool(Deque<Runnable> channel) {
                    this.channel = channel;
                }

                /**
                 * Runs one.
                 */
                @Deprecated
                void run() {
                    synchronized (channel) {
                        channel.remove().run();
                    }
                }

                // For a test.
                void clear() {
                    for (Runnable job : channel) {
                        if (job != null) {
                            job.run();
                        } else if (SIZE > 4) {
                            clear();
                        }
                    }
                    channel.clear();
                }

                private interface Waiting {}
            }
            """;

    private static Sources copy() {
        return new Sources(null, "stage01-one", new TreeMap<>(Map.of("Pool.java", POOL)));
    }

    private static String typed(String words, String... block) {
        String end = block.length == 0 ? "." : ":";
        Caption caption = Caption.of("**`Pool.java`**, " + words + end);
        return caption.typed(copy(), List.of(block)).texts().get("Pool.java");
    }

    private static void gives(String words, String old, String fresh, String... block) {
        assertThat(POOL).containsOnlyOnce(old);
        assertThat(typed(words, block)).isEqualTo(POOL.replace(old, fresh));
    }

    private static void refuses(String words, String message, String... block) {
        assertThatThrownBy(() -> typed(words, block))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(message);
    }

    @Test
    void aMemberIsReplacedWithItsCommentsAndAnnotations() {
        gives(
                "in place of the method `run`",
                POOL.substring(POOL.indexOf("    /**\n"), POOL.indexOf("\n    // For")),
                "    void walk() {}\n",
                "    void walk() {}");
        gives(
                "in place of the method `clear`",
                POOL.substring(POOL.indexOf("    // For"), POOL.indexOf("\n    private interface")),
                "    void c() {}\n",
                "    void c() {}");
        gives(
                "in place of the field `names`",
                "    private List<String> names; // guarded by this\n",
                "    int names;\n",
                "    int names;");
        gives(
                "in place of the constructor",
                "    Pool(Deque<Runnable> channel) {\n        this.channel = channel;\n    }\n",
                "    Pool() {}\n",
                "    Pool() {}");
        gives(
                "in place of the interface `Waiting`",
                "    private interface Waiting {}\n",
                "    class Waiting {}\n",
                "    class Waiting {}");
        gives(
                "in place of the imports",
                "import java.util.Deque;\nimport java.util.List;\n",
                "import java.util.*;\n",
                "import java.util.*;");
    }

    @Test
    void aStatementIsReplacedToItsLastBrace() {
        gives(
                "in place of the `synchronized` block",
                "        synchronized (channel) {\n            channel.remove().run();\n        }\n",
                "        run();\n",
                "        run();");
        String choice =
                POOL.substring(POOL.indexOf("            if (job"), POOL.indexOf("        }\n        channel.clear"));
        gives(
                "in place of the `if` statement in the `for` loop",
                choice,
                "            job.run();\n",
                "            job.run();");
    }

    @Test
    void aLineIsNamedWithoutItsIndentation() {
        gives(
                "in place of the line `channel.clear();`",
                "        channel.clear();\n",
                "        stop();\n",
                "        stop();");
        gives(
                "in place of the lines from `if (job != null) {` to `}` in the method `clear`",
                "            if (job != null) {\n                job.run();\n            } else if (SIZE > 4) {\n                clear();\n            }\n",
                "            stop();\n",
                "            stop();");
        gives(
                "before the line `void run() {`",
                "    void run() {\n",
                "    @Override\n    void run() {\n",
                "    @Override");
        gives("in place of the line `/** Jobs. */`", "/** Jobs. */\n", "/** Messages. */\n", "/** Messages. */");
    }

    @Test
    void blankLinesBetweenMembersAreAdded() {
        gives(
                "after the field `channel`",
                "channel;\n    private List",
                "channel;\n    int a;\n    private List",
                "    int a;");
        gives("after the field `SIZE`", "= 4;\n", "= 4;\n    static int b;\n", "    static int b;");
        gives("after the field `names`", "by this\n", "by this\n\n    void a() {}\n", "    void a() {}");
        gives("before the constructor", "by this\n", "by this\n    int c;\n", "    int c;");
        gives(
                "at the start of the class",
                "    private static final",
                "    void a() {}\n\n    private static final",
                "    void a() {}");
        gives("at the end of the class", "Waiting {}\n", "Waiting {}\n\n    void a() {}\n", "    void a() {}");
        gives("after the method `run`", "    // For a test.", "    int d;\n\n    // For a test.", "    int d;");
    }

    @Test
    void emptyBracesAreOpened() {
        gives(
                "at the end of the interface `Waiting`",
                "Waiting {}\n",
                "Waiting {\n        void await();\n    }\n",
                "        void await();");
    }

    @Test
    void aBlockGoesInsideTheBracesOfAPart() {
        gives(
                "at the start of the constructor",
                "        this.channel",
                "        a();\n        this.channel",
                "        a();");
        gives(
                "at the end of the `for` loop",
                "        }\n        channel.clear",
                "            a();\n        }\n        channel.clear",
                "            a();");
    }

    @Test
    void importsAreSorted() {
        gives(
                "among the imports",
                "import java.util.List;\n",
                "import java.util.List;\nimport java.util.Map;\n",
                "import java.util.Map;");
        gives(
                "among the imports",
                "import java.util.Deque;\n",
                "import hello.X;\nimport java.util.Deque;\n",
                "import hello.X;");
        Sources bare =
                new Sources(null, "stage01-one", new TreeMap<>(Map.of("A.java", "package hello;\n\nclass A {}\n")));
        Sources typed = Caption.of("**`A.java`**, among the imports:").typed(bare, List.of("import java.util.Map;"));
        assertThat(typed.texts().get("A.java")).isEqualTo("package hello;\n\nimport java.util.Map;\n\nclass A {}\n");
        assertThat(Caption.of("**`A.java`**, without the line `import java.util.Map;`.")
                        .typed(typed, List.of()))
                .isEqualTo(bare);
        refuses("among the imports", "is no import, or is in Pool.java already", "import java.util.Deque;");
    }

    @Test
    void whatIsDeletedLeavesNoGap() {
        gives("without the method `run`", POOL.substring(POOL.indexOf("    /**\n"), POOL.indexOf("    // For")), "");
        gives("without the field `SIZE`", "    private static final int SIZE = 4;\n\n", "");
        gives("without the interface `Waiting`", "\n    private interface Waiting {}\n", "");
        gives("without the line `import java.util.List;`", "import java.util.List;\n", "");
        gives("without the field `channel`", "    private final Deque<Runnable> channel;\n", "");
    }

    @Test
    void aNameIsReplacedOnlyWhereItIsAWholeWord() {
        assertThat(typed("each `channel` becomes `queue`")).isEqualTo(POOL.replace("channel", "queue"));
        refuses("each `chann` becomes `queue`", "this changes nothing");
    }

    @Test
    void filesComeAndGo() {
        Sources copy = copy();
        Sources more = Caption.of("**`A.java`**, a new file:").typed(copy, List.of("class A {}"));
        assertThat(more.texts()).containsEntry("A.java", "class A {}\n").hasSize(2);
        assertThat(Caption.of("**`A.java`**, deleted.").typed(more, List.of())).isEqualTo(copy);
        assertThat(typed("the whole file", "class Pool {}")).isEqualTo("class Pool {}\n");
        refuses("a new file", "Pool.java is there already", "class Pool {}");
        assertThatThrownBy(() -> Caption.of("**`A.java`**, the whole file:").typed(copy, List.of("")))
                .hasMessageContaining("there is no A.java yet");
    }

    @Test
    void aPlaceThatIsMissingOrAmbiguousIsRefused() {
        refuses("in place of the method `stop`", "no such thing in Pool.java: the method `stop`; correct", "x");
        refuses("in place of the `while` loop", "no such thing in Pool.java: the `while` loop", "x");
        refuses("in place of the line `}`", "more than one in Pool.java: the line `}`; say which", "x");
        refuses("in place of the line `clear();` in the method `run`", "no such thing", "x");
        refuses("at the end of the field `names`", "has no braces", "x");
    }

    @Test
    void aCaptionOfUnknownFormIsRefused() {
        refuses("somewhere", "the typist knows no such caption", "x");
        refuses("without the method `run`", "the typist knows no such caption", "x");
        refuses("in place of the method `run`", "the typist knows no such caption");
        assertThat(Caption.isMeant("**`Pool.java`** has changed.")).isFalse();
        assertThat(Caption.isMeant("**`Pool.java`** and **`A.java`**, deleted."))
                .isTrue();
    }
}
