package pictures;

import java.util.Locale;

/** A picture as the text of an SVG file, which follows the reader's light or dark theme. */
final class Svg {
    static final int WIDTH = 560;

    private static final String STYLE = """
              <style>
                text { font: 14px system-ui, sans-serif; fill: #1f2328; }
                .small { font-size: 11px; fill: #59636e; }
                .axis { stroke: #59636e; fill: none; }
                .grid { stroke: #d1d9e0; fill: none; }
                .blue { fill: #0969da; }
                .amber { fill: #bf8700; }
                .red { fill: #cf222e; }
                .blue-line { stroke: #0969da; stroke-width: 2.5; fill: none; }
                .red-line { stroke: #cf222e; stroke-width: 2.5; fill: none; }
                .wait { stroke: #9a6700; stroke-width: 1.5; stroke-dasharray: 5 4; fill: none; }
                .row { fill: none; pointer-events: all; }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e6edf3; }
                  .small { fill: #9198a1; }
                  .axis { stroke: #9198a1; }
                  .grid { stroke: #3d444d; }
                  .blue { fill: #58a6ff; }
                  .amber { fill: #d29922; }
                  .red { fill: #ff7b72; }
                  .blue-line { stroke: #58a6ff; }
                  .red-line { stroke: #ff7b72; }
                  .wait { stroke: #d29922; }
                }
              </style>
            """;

    private final int height;
    private final String label;
    private final StringBuilder shapes = new StringBuilder();

    /** @param label what the picture shows, for those who cannot see it */
    Svg(int height, String label) {
        this.height = height;
        this.label = label;
    }

    /** Text that begins, ends or is centred at a point: {@code start}, {@code end}, {@code middle}. */
    Svg text(String anchor, double x, double y, String text) {
        String place = anchor.equals("start") ? "" : "text-anchor=\"" + anchor + "\" ";
        return add("text", place + "x=\"%s\" y=\"%s\">%s</text>", x, y, escape(text));
    }

    /** What makes the picture, in small print at its foot. */
    Svg small(double x, double y, String text) {
        return add("text", "class=\"small\" x=\"%s\" y=\"%s\">%s</text>", x, y, escape(text));
    }

    /** A rectangle; none if it has no width. */
    Svg rect(String style, double x, double y, double width, double height) {
        if (width == 0) {
            return this;
        }
        String form = "class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>";
        return add("rect", form, style, x, y, width, height);
    }

    /** Begins a group that tells something when it is pointed at, anywhere in a rectangle. */
    Svg begin(String told, double x, double y, double width, double height) {
        shapes.append("  <g><title>").append(escape(told)).append("</title>\n");
        return rect("row", x, y, width, height);
    }

    Svg end() {
        shapes.append("  </g>\n");
        return this;
    }

    /** A line from point to point, such as {@code M10 20 L30 40}. */
    Svg path(String style, String points) {
        return add("path", "class=\"%s\" d=\"%s\"/>", style, points);
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        return path(style, "M" + number(x1) + " " + number(y1) + " L" + number(x2) + " " + number(y2));
    }

    private Svg add(String shape, String form, Object... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] instanceof Double value ? number(value) : values[i];
        }
        shapes.append("  <")
                .append(shape)
                .append(" ")
                .append(String.format(Locale.ROOT, form, values))
                .append("\n");
        return this;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        String size = " width=\"" + WIDTH + "\" height=\"" + height + "\"";
        String view = " viewBox=\"0 0 " + WIDTH + " " + height + "\"";
        String head = "<svg xmlns=\"http://www.w3.org/2000/svg\"" + view + size + " role=\"img\"";
        return head + " aria-label=\"" + escape(label) + "\">\n" + STYLE + shapes + "</svg>\n";
    }
}
