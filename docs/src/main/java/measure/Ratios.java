package measure;

import ground.Problem;
import ground.Recording;
import ground.Recording.Row;
import ground.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a server compares with its peers. Each ratio is one of two medians over the rounds; its
 * spread is that of the ratios within a round, in which whatever else the machine did hit both.
 *
 * @param requests requests a second, of those of the JDK's server
 * @param ofBare requests a second, of those of the bare loop
 * @param processor processor time of a request, of that at the JDK's server
 */
public record Ratios(int connections, String server, Spread requests, Spread ofBare, Spread processor) {
    /** The figures of {@link Servers}, by connections, and within these in the order of the rounds. */
    public static List<Ratios> of(Recording recording) {
        Map<String, Row> rows = new HashMap<>();
        recording.rows().forEach(row -> rows.put(key(row, row.text("server")), row));
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : recording.rows()) {
            String group = row.text("connections") + "," + row.text("server");
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(row);
        }
        List<Ratios> ratios = new ArrayList<>();
        for (List<Row> group : groups.values()) {
            Row first = group.get(0);
            ratios.add(new Ratios(
                    (int) first.number("connections"),
                    first.text("server"),
                    compare(group, rows, "jdk", "requests_per_second"),
                    compare(group, rows, "bare", "requests_per_second"),
                    compare(group, rows, "jdk", "microseconds_per_request")));
        }
        ratios.sort(Comparator.comparingInt(Ratios::connections));
        return ratios;
    }

    private static String key(Row row, String server) {
        return row.text("round") + "," + row.text("connections") + "," + server;
    }

    private static Spread compare(List<Row> group, Map<String, Row> rows, String peer, String column) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (Row row : group) {
            Row other = rows.get(key(row, peer));
            if (other == null) {
                throw new Problem(peer + " was not measured in round " + row.text("round") + " with "
                        + row.text("connections") + " connections");
            }
            ours.add(row.number(column));
            theirs.add(other.number(column));
            ratios.add(row.number(column) / other.number(column));
        }
        double ratio = Spread.of(ours).middle() / Spread.of(theirs).middle();
        Spread rounds = Spread.of(ratios);
        return new Spread(ratio, rounds.least(), rounds.greatest());
    }

    /** The table of the text, in Markdown: what was measured on a JDK. */
    public static List<String> table(String jdk, List<Ratios> ratios) {
        List<String> lines = new ArrayList<>();
        lines.add("| connections | server on " + jdk
                + " | requests a second, of jdk | of bare | processor time of a request, of jdk |");
        lines.add("| --- | --- | --- | --- | --- |");
        for (Ratios r : ratios) {
            lines.add("| " + r.connections + " | " + r.server + " | " + r.requests + " | " + r.ofBare + " | "
                    + r.processor + " |");
        }
        return lines;
    }
}
