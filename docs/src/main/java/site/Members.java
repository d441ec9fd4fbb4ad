package site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The methods, constructors and nested types of a source, by the lines that they cover. */
record Members(List<String> names) {
    private static final Pattern MEMBER = Pattern.compile(" {4}(?=\\w)[^=;]*?(\\w+)(\\(.*| \\{.*)");
    private static final int LETTERS = 30;
    private static final Pattern ABOVE_IT = Pattern.compile(" {4}(/\\*\\*|@).*| {5}\\*.*");

    /** @param lines of a class whose members are indented by four spaces */
    static Members of(List<String> lines) {
        List<String> names = new ArrayList<>(Collections.nCopies(lines.size(), ""));
        String name = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher member = MEMBER.matcher(lines.get(i));
            name = member.matches() ? member.group(1) : name;
            names.set(i, name);
            name = lines.get(i).matches(" {0,4}(\\S.*)?}") ? "" : name;
        }
        for (int i = lines.size() - 2; i >= 0; i--) {
            if (ABOVE_IT.matcher(lines.get(i)).matches()) {
                names.set(i, names.get(i + 1));
            }
        }
        return new Members(names);
    }

    /** What a hunk changes, the first ones by name; empty if it is in no member. */
    String in(Hunk hunk) {
        Set<String> found = new LinkedHashSet<>();
        int line = hunk.after();
        for (Hunk.Row row : hunk.rows()) {
            if (row.isChange() && line < names.size()) {
                found.add(names.get(line));
            }
            line += row.after() == null ? 0 : 1;
        }
        found.remove("");
        List<String> names = new ArrayList<>();
        int letters = 0;
        for (String name : found) {
            letters += name.length();
            if (names.isEmpty() || letters <= LETTERS) {
                names.add("<code>" + name + "</code>");
            }
        }
        int more = found.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }
}
