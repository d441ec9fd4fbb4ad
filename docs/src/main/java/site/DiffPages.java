package site;

import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page for each two stages that shows what changes between them, and one that leads to all of these. */
final class DiffPages {
    private final Explanations explanations;
    private final List<Comparison> comparisons = new ArrayList<>();

    DiffPages(Repository repository) {
        this.explanations = new Explanations(repository);
        List<String> stages = repository.stages();
        for (int distance = 1; distance < stages.size(); distance++) {
            for (int i = 0; i + distance < stages.size(); i++) {
                comparisons.add(Comparison.of(repository, stages.get(i), stages.get(i + distance)));
            }
        }
    }

    /** First the one that leads to all others. */
    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(Page.of("diffs.html", "All stages", Page.Group.CHANGES, contents(), "diff.css"));
        comparisons.forEach(comparison -> pages.add(page(comparison)));
        return pages;
    }

    /** Those of neighbours first, then those of stages that are further apart. */
    List<Comparison> comparisons() {
        return comparisons;
    }

    private String contents() {
        StringBuilder html = new StringBuilder("<h1 id=\"diffs\">What changes between the stages</h1>\n");
        html.append("<p>Each page shows what changes from one stage to a later one, with a link from each part to the")
                .append(" section that explains it. Press <kbd>p</kbd> there to show one part at a time, in letters")
                .append(
                        " that the back row can read.</p>\n<table>\n<tr><th>from, to</th><th>files</th><th>lines</th></tr>\n");
        for (Comparison comparison : comparisons) {
            html.append("<tr><td>").append(link(comparison)).append("</td><td>");
            html.append(names(comparison.main())).append("</td><td>").append(sum(comparison.main()));
            html.append("</td></tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    private static String names(List<Comparison.FileDiff> files) {
        return files.stream().map(file -> "<code>" + file.name() + "</code>").collect(Collectors.joining(", "));
    }

    private static String link(Comparison comparison) {
        return "<a href=\"" + pageName(comparison) + "\">" + arrow(comparison) + "</a>";
    }

    static String arrow(Comparison comparison) {
        return Repository.number(comparison.from()) + " \u2192 " + Repository.number(comparison.to());
    }

    private static String pageName(Comparison comparison) {
        return pageName(comparison.from(), comparison.to());
    }

    /** The page about these two stages. */
    static String pageName(String from, String to) {
        return "diff-" + Repository.number(from) + "-" + Repository.number(to) + ".html";
    }

    private Page page(Comparison comparison) {
        String title = "From stage " + arrow(comparison).replace("\u2192", "to");
        StringBuilder html = new StringBuilder("<h1 id=\"top\">" + title + "</h1>\n");
        html.append("<p>From <code>").append(comparison.from()).append("</code> to <code>");
        html.append(comparison.to()).append("</code>.</p>\n<nav class=\"pairs\" aria-label=\"Other stages\">");
        for (Comparison other : comparisons) {
            boolean isThis = other.equals(comparison);
            html.append(isThis ? "<b aria-current=\"page\">" + arrow(other) + "</b> " : link(other) + " ");
        }
        html.append("</nav>\n<div class=\"tools\" hidden><span role=\"group\" aria-label=\"View\">")
                .append("<button data-view=\"split\">Side by side</button>")
                .append("<button data-view=\"unified\">Unified</button></span>")
                .append("<button data-project>Project <kbd>p</kbd></button></div>\n");
        html.append(list(comparison.main()));
        comparison.main().forEach(file -> html.append(file(comparison, file)));
        html.append("<details id=\"tests\">\n<summary>The tests ").append(sum(comparison.tests()));
        html.append("</summary>\n").append(list(comparison.tests()));
        comparison.tests().forEach(file -> html.append(file(comparison, file)));
        html.append("</details>\n");
        String[] extras = {"diff.css", "projector.js"};
        return Page.of(pageName(comparison), title, Page.Group.CHANGES, html.toString(), extras);
    }

    private static String list(List<Comparison.FileDiff> files) {
        return files.stream()
                .map(file -> "<tr><td><a href=\"#" + file.name() + "\">" + file.name() + "</a>"
                        + (file.isNew() ? " (new)" : "") + "</td><td>" + counts(file.added(), file.removed())
                        + "</td></tr>\n")
                .collect(Collectors.joining("", "<table class=\"files\">\n", "</table>\n"));
    }

    private static String sum(List<Comparison.FileDiff> files) {
        long added = files.stream().mapToLong(Comparison.FileDiff::added).sum();
        long removed = files.stream().mapToLong(Comparison.FileDiff::removed).sum();
        return counts(added, removed);
    }

    private static String counts(long added, long removed) {
        return "<span class=\"counts\"><ins>+" + added + "</ins> <del>\u2212" + removed + "</del></span>";
    }

    private String file(Comparison comparison, Comparison.FileDiff file) {
        String sheets = sheets(comparison, file, file.hunks()).map(Sheet::html).collect(Collectors.joining());
        return "<h2 id=\"" + file.name() + "\"><code>" + file.name() + "</code></h2>\n" + sheets;
    }

    /**
     * What changes, part by part, without what is not worth a slide.
     *
     * @param path a file, or a folder, from the stages' folders on
     */
    Stream<Sheet> slides(String from, String to, String path) {
        return comparisons.stream()
                .filter(comparison ->
                        comparison.from().equals(from) && comparison.to().equals(to))
                .flatMap(comparison -> comparison
                        .all()
                        .filter(file -> (file.path() + "/").startsWith(path + "/"))
                        .flatMap(file -> sheets(comparison, file, worth(file))));
    }

    private static List<Hunk> worth(Comparison.FileDiff file) {
        return file.hunks().stream().filter(Hunk::isWorthASlide).toList();
    }

    private Stream<Sheet> sheets(Comparison comparison, Comparison.FileDiff file, List<Hunk> hunks) {
        List<String> explained = explanations.of(comparison, file);
        return IntStream.range(0, hunks.size()).mapToObj(i -> {
            Hunk hunk = hunks.get(i);
            String count = (i + 1) + " of " + hunks.size();
            String in = hunk.members().isEmpty() ? "" : ", " + Members.label(hunk.members());
            String place = arrow(comparison) + (file.isNew() ? ", new" : "") + in;
            String why = explained.get(file.hunks().indexOf(hunk));
            String body = HunkHtml.of(hunk, file.name() + ", part " + count) + why;
            return new Sheet(file.name() + "-" + (i + 1), "", "<b>" + file.name() + "</b>, " + count, place, body, "");
        });
    }
}
