package scheduler;

import ground.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts, whole numbers, truth values, lists and maps, as JSON writes them (RFC 8259). */
final class Json {
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Writes each element of a list of lists on a line of its own, and all else on one line. */
    static String format(Map<String, ?> map) {
        StringBuilder json = new StringBuilder("{");
        String separator = "\n";
        for (Map.Entry<String, ?> entry : map.entrySet()) {
            json.append(separator).append(quote(entry.getKey())).append(": ");
            boolean isTable =
                    entry.getValue() instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof List;
            json.append(isTable ? table((List<?>) entry.getValue()) : value(entry.getValue()));
            separator = ",\n";
        }
        return json.append("\n}\n").toString();
    }

    private static String table(List<?> rows) {
        List<String> lines = rows.stream().map(Json::value).toList();
        return "[\n" + String.join(",\n", lines) + "\n]";
    }

    private static String value(Object value) {
        if (value instanceof List<?> list) {
            return "[" + String.join(",", list.stream().map(Json::value).toList()) + "]";
        }
        return value instanceof String text ? quote(text) : String.valueOf(value);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** @throws Problem if it is not JSON, or has more than this knows */
    @SuppressWarnings("unchecked")
    static Map<String, Object> parse(String text) {
        Json json = new Json(text);
        Object value = json.read();
        if (!(value instanceof Map)) {
            throw json.wrong();
        }
        return (Map<String, Object>) value;
    }

    private Problem wrong() {
        return new Problem("This is not JSON as it is written here, at character " + at);
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private boolean skip(char c) {
        boolean isNext = peek() == c;
        at += isNext ? 1 : 0;
        return isNext;
    }

    private Object read() {
        if (skip('{')) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (boolean hasMore = !skip('}'); hasMore; hasMore = hasMore('}')) {
                Object key = read();
                if (!(key instanceof String) || !skip(':')) {
                    throw wrong();
                }
                map.put((String) key, read());
            }
            return map;
        }
        if (skip('[')) {
            List<Object> list = new ArrayList<>();
            for (boolean hasMore = !skip(']'); hasMore; hasMore = hasMore(']')) {
                list.add(read());
            }
            return list;
        }
        return skip('"') ? string() : word();
    }

    private boolean hasMore(char end) {
        if (skip(',')) {
            return true;
        }
        if (!skip(end)) {
            throw wrong();
        }
        return false;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && text.startsWith("u", at)) {
                c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                at += 5;
            } else if (c == '\\') {
                c = text.charAt(at++);
            }
            string.append(c);
        }
        at++;
        return string.toString();
    }

    private Object word() {
        int start = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.matches("-?\\d{1,9}")) {
            return Integer.valueOf(word);
        }
        if (!List.of("true", "false").contains(word)) {
            throw wrong();
        }
        return Boolean.valueOf(word);
    }
}
