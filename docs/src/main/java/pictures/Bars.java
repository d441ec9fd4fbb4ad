package pictures;

import ground.Recording;
import ground.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import measure.Ratios;

/** A bar for each server and number of connections, relative to the JDK's server. */
record Bars(String title, Function<Ratios, Spread> ratio) {
    private static final List<String> STYLES = List.of("blue", "amber");
    private static final int LEFT = 90;
    private static final int RIGHT = 500;
    private static final int TOP = 66;
    private static final int ROW = 38;
    private static final int BAR = 13;

    String draw(Recording recording) {
        List<Ratios> all = Ratios.of(recording);
        List<String> servers = recording.distinct("server");
        List<Integer> sizes = all.stream().map(Ratios::connections).distinct().toList();
        int bottom = TOP + servers.size() * ROW;
        double most =
                all.stream().mapToDouble(r -> ratio.apply(r).greatest()).max().orElseThrow();
        Scale x = new Scale(most, LEFT, RIGHT);
        Svg svg = new Svg(bottom + 75, title).text("start", 10, 20, title);
        for (int i = 0; i < sizes.size(); i++) {
            svg.rect(STYLES.get(i), LEFT + i * 170, 36, 12, 12);
            svg.text("start", LEFT + 18 + i * 170, 47, sizes.get(i) + " connections");
        }
        for (double tick : x.ticks()) {
            svg.line(tick == 1 ? "axis" : "grid", x.at(tick), TOP, x.at(tick), bottom);
            svg.text("middle", x.at(tick), bottom + 18, Scale.name(tick));
        }
        for (String server : servers) {
            svg.text("end", LEFT - 8, TOP + servers.indexOf(server) * ROW + 24, server);
        }
        for (Ratios one : all) {
            int size = sizes.indexOf(one.connections());
            double y = TOP + 5 + servers.indexOf(one.server()) * ROW + size * (BAR + 2);
            Spread spread = ratio.apply(one);
            svg.rect(STYLES.get(size), LEFT, y, x.at(spread.middle()) - LEFT, BAR);
            svg.line("axis", x.at(spread.least()), y + 6.5, x.at(spread.greatest()), y + 6.5);
            String middle = String.format(Locale.ROOT, "%.2f", spread.middle());
            svg.text("start", x.at(spread.greatest()) + 6, y + 12, middle);
        }
        return Pictures.sign(svg, bottom + 44, recording);
    }
}
