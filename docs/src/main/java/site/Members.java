package site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The methods, constructors and nested types of sources, by the lines that they cover. */
final class Members {
    private static final Pattern MEMBER = Pattern.compile(" {4}(?=\\w)[^=;]*?(\\w+)(\\(.*| \\{.*)");
    private static final int LETTERS = 30;
    private static final Pattern ABOVE_IT = Pattern.compile(" {4}(/\\*\\*|@).*| {5}\\*.*|\\s*");

    private Members() {}

    /** For each row the one that it belongs to, or nothing; a line that goes is in what it leaves. */
    static List<String> of(List<String> before, List<String> after, List<Hunk.Row> rows) {
        List<String> olds = of(before);
        List<String> news = of(after);
        List<String> names = new ArrayList<>();
        int old = 0;
        int now = 0;
        for (Hunk.Row row : rows) {
            boolean isWithin = now > 0 && now < news.size() && news.get(now - 1).equals(news.get(now));
            names.add(row.after() != null || isWithin ? news.get(now) : olds.get(old));
            old += row.before() == null ? 0 : 1;
            now += row.after() == null ? 0 : 1;
        }
        return names;
    }

    /** @param lines of a class whose members are indented by four spaces */
    private static List<String> of(List<String> lines) {
        List<String> names = new ArrayList<>(Collections.nCopies(lines.size(), ""));
        String name = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher member = MEMBER.matcher(lines.get(i));
            name = member.matches() ? member.group(1) : name;
            names.set(i, name);
            name = lines.get(i).matches(" {0,4}(\\S.*)?[};]") ? "" : name;
        }
        for (int i = lines.size() - 2; i >= 0; i--) {
            if (ABOVE_IT.matcher(lines.get(i)).matches()) {
                names.set(i, names.get(i + 1));
            }
        }
        return names;
    }

    /** The first ones, and how many more there are. */
    static String label(List<String> members) {
        List<String> names = new ArrayList<>();
        int letters = 0;
        for (String name : members) {
            letters += name.length();
            if (names.isEmpty() || letters <= LETTERS) {
                names.add("<code>" + name + "</code>");
            }
        }
        int more = members.size() - names.size();
        return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
    }
}
