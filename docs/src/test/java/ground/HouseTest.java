package ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** Which package of this module may use which. */
class HouseTest {
    /** The packages, from the ground up. Those on the same floor know nothing of each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("ground"),
            Set.of("exercises", "measure", "tour"),
            Set.of("pictures", "proofs"),
            Set.of("claims"),
            Set.of("site"));

    /** Only the build starts these. */
    private static final Set<String> WITH_JARS = Set.of("proofs", "site");

    /** These run beside a learner's attempt, in a JVM of its own that has the tests' libraries. */
    private static final Set<String> IN_A_CHECK =
            Set.of("exercises.CheckRunner", "exercises.HangReporter", "exercises.Verdicts");

    private static final Pattern ARROW = Pattern.compile("(?m)^ +([\\w.]+)\\S* +-> ([\\w.]+)\\S* +(.+)$");

    private final List<Arrow> arrows = arrows();

    /** One class uses another. */
    private record Arrow(String from, String to, String where) {
        /** Whether the other is neither in this module nor in the JDK. */
        boolean leadsToAJar() {
            return where.equals("not found");
        }
    }

    @Test
    void arrowsGoDownOnly() {
        for (Arrow arrow : arrows) {
            String from = packageOf(arrow.from);
            String to = packageOf(arrow.to);
            if (arrow.where.equals("classes") && !from.equals(to)) {
                assertThat(floor(to)).as(arrow + " goes from " + from + " down").isLessThan(floor(from));
            }
        }
        assertThat(arrows).as("what jdeps finds").anyMatch(Arrow::leadsToAJar).hasSizeGreaterThan(100);
    }

    /** The parser of Markdown is such a jar. */
    @Test
    void whatReadersStartNeedsNoJar() {
        for (Arrow arrow : arrows) {
            if (!WITH_JARS.contains(packageOf(arrow.from)) && !IN_A_CHECK.contains(arrow.from)) {
                assertThat(arrow.leadsToAJar()).as(arrow + " leads to a jar").isFalse();
            }
        }
    }

    @Test
    void oneNameMeansOneThing() {
        Map<String, String> files = new HashMap<>();
        for (String file : Repository.find().tree("docs/src")) {
            String name = file.replaceFirst(".*/", "");
            assertThat(files.put(name, file)).as("another " + file).isNull();
        }
    }

    private static int floor(String name) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(name)) {
                return floor;
            }
        }
        throw new AssertionError("The package " + name + " is on no floor; put it on one in HouseTest");
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static List<Arrow> arrows() {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        String classes = Program.classesOf(Repository.class).toString();
        ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, "-verbose:class", "-filter:none", classes);
        return ARROW.matcher(text.toString()).results().map(HouseTest::arrow).toList();
    }

    private static Arrow arrow(MatchResult found) {
        return new Arrow(found.group(1), found.group(2), found.group(3).strip());
    }
}
