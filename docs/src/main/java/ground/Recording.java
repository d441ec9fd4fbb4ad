package ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, as it is kept in a file: a comment line, a line with the names of the columns,
 * and a line for each row, its values separated by commas.
 *
 * @param origin the date, the number of cores, the JDK and the command, separated by {@code ", "}
 */
public record Recording(String origin, List<String> columns, List<Row> rows) {
    /** The values of a line, by the names of their columns. */
    public record Row(Map<String, String> values) {
        public String text(String column) {
            if (!values.containsKey(column)) {
                throw new Problem("There is no column " + column + " in " + values.keySet());
            }
            return values.get(column);
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }
    }

    /** The origin of what a command measures now, on this machine. */
    public static String originOf(String command) {
        int cores = Runtime.getRuntime().availableProcessors();
        String jdk = "JDK " + System.getProperty("java.version");
        return String.join(", ", LocalDate.now().toString(), cores + " cores", jdk, command);
    }

    /** Where and when it was measured: the origin without the command. */
    public String place() {
        return String.join(", ", List.of(origin.split(", ", 4)).subList(0, 3));
    }

    /** The JDK with its main number only, as in "JDK 17". */
    public String jdk() {
        return place().replaceFirst(".*(JDK \\d+).*", "$1");
    }

    public String command() {
        return origin.split(", ", 4)[3];
    }

    /** @throws Problem if the text is no recording */
    public static Recording parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || !lines.get(0).matches("# \\S+, \\d+ cores, JDK [^,]+, .+")) {
            throw new Problem("A recording begins with \"# date, cores, JDK, command\", not with \""
                    + (lines.isEmpty() ? "" : lines.get(0)) + "\"");
        }
        List<String> columns = List.of(lines.get(1).split(","));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            rows.add(row(columns, line));
        }
        return new Recording(lines.get(0).substring(2), columns, rows);
    }

    public static Row row(List<String> columns, String line) {
        String[] values = line.split(",", -1);
        if (values.length != columns.size()) {
            throw new Problem("\"" + line + "\" has not one value for each of " + columns);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(columns.get(i), values[i]);
        }
        return new Row(row);
    }

    public String format() {
        StringBuilder text = new StringBuilder("# " + origin + "\n");
        text.append(String.join(",", columns)).append("\n");
        for (Row row : rows) {
            text.append(String.join(",", row.values().values())).append("\n");
        }
        return text.toString();
    }

    /** The different values of a column, in the order in which they appear. */
    public List<String> distinct(String column) {
        return rows.stream().map(row -> row.text(column)).distinct().toList();
    }

    /** What all the rounds say of a server that holds, or is loaded over, so many connections. */
    public Spread spread(String server, String connections, ToDoubleFunction<Row> value) {
        return Spread.of(rows.stream()
                .filter(row -> row.text("server").equals(server))
                .filter(row -> row.text("connections").equals(connections))
                .map(value::applyAsDouble)
                .toList());
    }
}
