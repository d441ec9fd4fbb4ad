package measure;

import ground.Problem;
import ground.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What we want of the finished server, and whether it gets there. */
public record Goal(String text, Function<Ratios, Spread> ratio, double bound, boolean isLeast) {
    private static final List<Goal> ALL = List.of(
            new Goal("at least 1.1 of the JDK's server in requests a second", Ratios::requests, 1.1, true),
            new Goal("at most 0.65 of its processor time for a request", Ratios::processor, 0.65, false),
            new Goal("at least 0.85 of the bare loop in requests a second", Ratios::ofBare, 0.85, true));

    /**
     * The table of the text, in Markdown: what was measured on a JDK.
     *
     * @param stage the last one
     * @throws Problem if it was not measured
     */
    public static List<String> table(String jdk, String stage, List<Ratios> ratios) {
        String server = Target.nameOf(stage);
        List<Ratios> ours =
                ratios.stream().filter(r -> r.server().equals(server)).toList();
        if (ours.isEmpty()) {
            throw new Problem(server + " was not measured on " + jdk + "; run measure.Servers there");
        }
        List<String> lines = new ArrayList<>();
        lines.add("| goal of " + server + " on " + jdk + " |" + join(ours, r -> r.connections() + " connections"));
        lines.add("| --- |" + join(ours, r -> "---"));
        for (Goal goal : ALL) {
            lines.add("| " + goal.text + " |" + join(ours, goal::judge));
        }
        return lines;
    }

    private static String join(List<Ratios> ratios, Function<Ratios, String> cell) {
        return ratios.stream().map(cell).collect(Collectors.joining(" | ", " ", " |"));
    }

    /** Judged by the ratio that is shown, with two decimals. */
    private String judge(Ratios ratios) {
        String shown = String.format(Locale.ROOT, "%.2f", ratio.apply(ratios).middle());
        double value = Double.parseDouble(shown);
        boolean isMet = isLeast ? value >= bound : value <= bound;
        return shown + (isMet ? ", met" : ", missed");
    }
}
