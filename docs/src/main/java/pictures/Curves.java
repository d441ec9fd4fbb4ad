package pictures;

import ground.Recording;
import ground.Recording.Row;
import ground.Spread;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;

/** A curve for each server, over the number of connections that it holds. */
record Curves(String title, ToDoubleFunction<Row> value) {
    private static final Map<String, String> NAMES =
            Map.of("stage02", "a thread per connection (02)", "stage05", "a pool of four (05)");
    private static final List<String> STYLES = List.of("red", "blue");
    private static final int LEFT = 60;
    private static final int RIGHT = 510;
    private static final int TOP = 66;
    private static final int BOTTOM = 270;

    String draw(Recording recording) {
        List<String> servers = recording.distinct("server");
        List<Row> rows = recording.rows();
        Scale x = new Scale(most(rows, row -> row.number("connections")), LEFT, RIGHT);
        Scale y = new Scale(most(rows, value), BOTTOM, TOP);
        Svg svg = new Svg(BOTTOM + 95, title).text("start", 10, 20, title);
        for (double tick : y.ticks()) {
            svg.line("grid", LEFT, y.at(tick), RIGHT, y.at(tick));
            svg.text("end", LEFT - 8, y.at(tick) + 5, Scale.name(tick));
        }
        for (double tick : x.ticks()) {
            svg.text("middle", x.at(tick), BOTTOM + 20, Scale.name(tick));
        }
        svg.path("axis", "M" + LEFT + " " + TOP + " V" + BOTTOM + " H" + RIGHT);
        svg.text("end", RIGHT, BOTTOM + 40, "connections held");
        for (String server : servers) {
            int i = servers.indexOf(server);
            svg.rect(STYLES.get(i), LEFT + i * 250, 36, 12, 12);
            svg.text("start", LEFT + 18 + i * 250, 47, NAMES.getOrDefault(server, server));
            StringJoiner curve = new StringJoiner(" L", "M", "");
            Spread last = null;
            for (String held : recording.distinct("connections")) {
                last = recording.spread(server, held, value);
                double at = x.at(Double.parseDouble(held));
                curve.add(Svg.number(at) + " " + Svg.number(y.at(last.middle())));
                svg.line("axis", at, y.at(last.least()), at, y.at(last.greatest()));
            }
            svg.path(STYLES.get(i) + "-line", curve.toString());
            svg.text("start", RIGHT + 6, y.at(last.middle()) + 5, Scale.name(Math.rint(last.middle())));
        }
        return Pictures.sign(svg, BOTTOM + 64, recording);
    }

    private static double most(List<Row> rows, ToDoubleFunction<Row> of) {
        return rows.stream().mapToDouble(of).max().orElseThrow();
    }
}
