package proofs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether a real output is like the one that a block shows, given what the block lets vary. */
final class Likeness {
    static final String MORE = "\u2026";
    private static final String OUTSIDE = ", which is not within ";
    private static final Pattern SECONDS = Pattern.compile("\\d+\\.\\d+(?= s\\b)");

    private final boolean anyOrder;
    private final Pattern varies;
    private final BigDecimal least;
    private final BigDecimal most;

    Likeness(Block block) {
        anyOrder = "any".equals(block.get("order"));
        if (block.has("order") && !anyOrder) {
            throw block.wrong("write order=any, or no order at all");
        }
        try {
            varies = block.has("varies") ? Pattern.compile(block.get("varies")) : null;
        } catch (PatternSyntaxException e) {
            throw block.wrong("varies is no regular expression: " + e.getDescription());
        }
        String seconds = block.get("seconds");
        if (seconds != null && !seconds.matches("\\d+(\\.\\d+)?-\\d+(\\.\\d+)?")) {
            throw block.wrong("write seconds=LEAST-MOST, as in seconds=5.0-6.5");
        }
        least = seconds == null ? null : new BigDecimal(seconds.split("-")[0]);
        most = seconds == null ? null : new BigDecimal(seconds.split("-")[1]);
    }

    boolean holds(List<String> shown, List<String> real) {
        List<Exchange> left = Exchange.parts(shown);
        List<Exchange> right = Exchange.parts(real);
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).head().equals(right.get(i).head())
                    || !isLike(left.get(i).output(), right.get(i).output())) {
                return false;
            }
        }
        return true;
    }

    /** Like {@link #holds}, for what a single command prints. */
    boolean isLike(List<String> shown, List<String> real) {
        List<String> left = shown.stream().map(this::fixed).toList();
        List<String> right = real.stream().map(this::fixed).toList();
        if (!anyOrder) {
            return matches(left, right);
        }
        List<String> rest = new ArrayList<>(right);
        for (String line : left) {
            if (!line.equals(MORE) && !rest.remove(line)) {
                return false;
            }
        }
        return left.contains(MORE) || rest.isEmpty();
    }

    private static boolean matches(List<String> shown, List<String> real) {
        if (shown.isEmpty()) {
            return real.isEmpty();
        }
        List<String> tail = shown.subList(1, shown.size());
        if (!shown.get(0).equals(MORE)) {
            return !real.isEmpty() && shown.get(0).equals(real.get(0)) && matches(tail, real.subList(1, real.size()));
        }
        for (int skipped = 0; skipped <= real.size(); skipped++) {
            if (matches(tail, real.subList(skipped, real.size()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether all times are within the bounds that the block sets. */
    boolean isInTime(List<String> real) {
        return real.stream().noneMatch(line -> fixed(line).contains(OUTSIDE));
    }

    /** The line with a fixed mark for each thing that may vary. */
    String fixed(String line) {
        String fixed = line;
        if (least != null) {
            fixed = SECONDS.matcher(fixed).replaceAll(match -> mark(match.group()));
        }
        if (varies != null) {
            fixed = varies.matcher(fixed).replaceAll(Matcher.quoteReplacement("{varies}"));
        }
        return fixed;
    }

    private String mark(String number) {
        BigDecimal seconds = new BigDecimal(number);
        boolean within = least.compareTo(seconds) <= 0 && seconds.compareTo(most) <= 0;
        return within ? "{seconds}" : number + OUTSIDE + least + "-" + most + ",";
    }
}
