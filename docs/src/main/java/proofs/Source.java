package proofs;

import ground.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Java source that is typed at, at the parts that {@link Caption} describes. Each method returns
 * the new lines, and throws a {@link Problem} if there is no such part, or more than one.
 */
record Source(String file, List<String> lines) {
    private static final Pattern SCOPED = Pattern.compile("((?:[^`]|`[^`]*`)+?) in (the [^`]*(?:`[^`]+`[^`]*)?)");
    private static final Pattern LINE = Pattern.compile("the line `([^`]+)`");
    private static final Pattern LINES = Pattern.compile("the lines from `([^`]+)` to `([^`]+)`");

    List<String> replaced(String part, List<String> block) {
        Range range = range(part);
        return tidied(range.first, range.end, block);
    }

    List<String> before(String part, List<String> block) {
        Range range = range(part);
        return tidied(range.first, range.first, block);
    }

    List<String> after(String part, List<String> block) {
        Range range = range(part);
        return tidied(range.end, range.end, block);
    }

    List<String> without(String part) {
        Range range = range(part);
        List<String> left = spliced(range.first, range.end, List.of());
        int i = range.first;
        boolean isFirst = i > 0 && left.get(i - 1).matches("|.*\\{");
        boolean isLast = i < left.size() && left.get(i).matches("|\\s*}.*");
        if (isFirst && isLast && i < left.size()) {
            left.remove(left.get(i).isEmpty() ? i : left.get(i - 1).isEmpty() ? i - 1 : i);
        }
        return left;
    }

    /** Puts the block inside the braces of a part. */
    List<String> inside(String part, boolean atStart, List<String> block) {
        Range range = range(part);
        if (range.open < 0) {
            throw new Problem(part + " of " + file + " has no braces; name a part that has");
        }
        if (range.open < range.close) {
            int at = atStart ? range.open + 1 : range.close;
            return tidied(at, at, block);
        }
        String line = lines.get(range.open);
        if (!line.endsWith("{}")) {
            throw new Problem(part + " of " + file + " is one line; put the block in place of it");
        }
        List<String> opened = new ArrayList<>(List.of(line.substring(0, line.length() - 1)));
        opened.addAll(block);
        opened.add(line.replaceFirst("\\S.*", "}"));
        return spliced(range.open, range.open + 1, opened);
    }

    /** Sorts the lines of the block into the imports. */
    List<String> imported(List<String> block) {
        Predicate<String> isImport = line -> line.startsWith("import ");
        if (!block.stream().allMatch(isImport) || block.stream().anyMatch(lines::contains)) {
            throw new Problem("a line of this block is no import, or is in " + file + " already; correct it");
        }
        List<String> imports = Stream.concat(lines.stream().filter(isImport), block.stream())
                .sorted(Comparator.comparing(line -> line.replace(";", "")))
                .toList();
        if (lines.stream().noneMatch(isImport)) {
            List<String> first = new ArrayList<>(imports);
            first.add(0, "");
            return spliced(1, 1, first);
        }
        Range range = range("the imports");
        return spliced(range.first, range.end, imports);
    }

    /** Replaces one word, or several, wherever it is whole. */
    List<String> renamed(String old, String other) {
        Pattern word = Pattern.compile("(?<![\\w$])" + Pattern.quote(old) + "(?![\\w$])");
        return lines.stream()
                .map(line -> word.matcher(line).replaceAll(Matcher.quoteReplacement(other)))
                .toList();
    }

    /** Where a block is that is only looked at. */
    void find(List<String> block) {
        List<Integer> found = IntStream.rangeClosed(0, lines.size() - block.size())
                .filter(i -> lines.subList(i, i + block.size()).equals(block))
                .boxed()
                .toList();
        only("these lines", found);
    }

    /** From a line up to, but not including, another; counted from 0. */
    private record Range(int first, int end, int open, int close) {}

    private Range range(String part) {
        Matcher scoped = SCOPED.matcher(part);
        if (!scoped.matches()) {
            return only(part, ranges(part));
        }
        Range scope = only(scoped.group(2), ranges(scoped.group(2)));
        List<Range> found = ranges(scoped.group(1)).stream()
                .filter(range -> scope.first <= range.first && range.end <= scope.end)
                .toList();
        return only(part, found);
    }

    private <T> T only(String part, List<T> found) {
        if (found.isEmpty()) {
            throw new Problem("at this point there is no such thing in " + file + ": " + part
                    + "; correct the caption, or type first what it needs");
        }
        if (found.size() > 1) {
            throw new Problem("at this point there is more than one in " + file + ": " + part
                    + "; say which, as in \"in the method `run`\", or name another part");
        }
        return found.get(0);
    }

    private List<Range> ranges(String part) {
        Matcher line = LINE.matcher(part);
        Matcher span = LINES.matcher(part);
        if (line.matches()) {
            return at(line.group(1)).mapToObj(i -> new Range(i, i + 1, -1, -1)).toList();
        }
        if (span.matches()) {
            return at(span.group(1))
                    .boxed()
                    .flatMap(i -> at(span.group(2))
                            .filter(last -> last > i)
                            .limit(1)
                            .mapToObj(last -> new Range(i, last + 1, -1, -1)))
                    .toList();
        }
        if (part.equals("the imports")) {
            int[] found = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).startsWith("import "))
                    .toArray();
            return found.length == 0 ? List.of() : List.of(new Range(found[0], found[found.length - 1] + 1, -1, -1));
        }
        return new Syntax(lines)
                .named(part).stream()
                        .map(found -> new Range(found.first(), found.last() + 1, found.open(), found.close()))
                        .toList();
    }

    /** The lines that say this, apart from their indentation. */
    private IntStream at(String line) {
        return IntStream.range(0, lines.size()).filter(i -> lines.get(i).strip().equals(line));
    }

    private List<String> spliced(int from, int to, List<String> block) {
        List<String> all = new ArrayList<>(lines.subList(0, from));
        all.addAll(block);
        all.addAll(lines.subList(to, lines.size()));
        return all;
    }

    /** Splices, and puts the right blank lines around the block. */
    private List<String> tidied(int from, int to, List<String> block) {
        List<String> all = spliced(from, to, block);
        int end = from + block.size();
        Stream<Syntax.Gap> gaps = new Syntax(all).gaps().stream();
        gaps.filter(gap -> gap.isAt(from) || gap.isAt(end))
                .sorted(Comparator.comparing(gap -> -gap.first()))
                .forEach(gap -> {
                    List<String> between = all.subList(gap.first(), gap.end());
                    if (between.stream().allMatch(String::isBlank)) {
                        between.clear();
                        between.addAll(gap.isBlank() ? List.of("") : List.of());
                    }
                });
        return all;
    }
}
