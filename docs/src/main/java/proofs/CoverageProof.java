package proofs;

import ground.Problem;
import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;

/**
 * Nothing is left out: the contents, or those of the exercises, name every page, the text holds the diff of every two
 * neighbouring stages, and quotes every main file of theirs.
 */
record CoverageProof(Repository repository, List<Document> documents) implements Proof {
    private static final Pattern MAIN_FILE = Pattern.compile("stage[^/]+/src/main/(.*)");

    @Override
    public String name() {
        return "nothing is left out";
    }

    @Override
    public List<Finding> findings() {
        List<String> problems = new ArrayList<>();
        Set<String> shown = new TreeSet<>();
        Set<String> diffs = new TreeSet<>();
        for (Document document : documents) {
            String page = document.file().replaceFirst("^docs/", "");
            String contents = page.startsWith("exercises/") ? "docs/exercises.md" : "docs/README.md";
            if (document.file().matches("docs/(?!README).*") && !links(contents).contains(page)) {
                problems.add(contents + ": the contents do not name " + page + "; add it");
            }
            for (Block block : document.blocks()) {
                Matcher file = MAIN_FILE.matcher(block.attributes().getOrDefault("file", ""));
                if (file.matches()) {
                    shown.add(file.group(1));
                }
                if (Kind.of(block) == Kind.DIFF) {
                    diffs.add(block.get("from") + " " + block.get("to"));
                }
            }
        }
        List<String> stages = repository.stages();
        for (int i = 0; i < stages.size(); i++) {
            String stage = stages.get(i);
            if (i > 0 && !diffs.contains(stages.get(i - 1) + " " + stage)) {
                problems.add("docs/" + stage + ".md: there is no diff from " + stages.get(i - 1) + " to " + stage
                        + "; add one");
            }
            Set<String> files = new TreeSet<>(repository.tree(stage + "/src/main"));
            if (i > 0) {
                String before = stages.get(i - 1) + "/src/main/";
                shown.addAll(DiffProof.changed(repository, before, stage + "/src/main/"));
            }
            files.removeAll(shown);
            if (i == stages.size() - 1 && !files.isEmpty()) {
                problems.add("docs: no block shows " + files + " of any stage; quote it");
            }
        }
        if (!problems.isEmpty()) {
            throw new Problem(String.join("\n", problems));
        }
        return List.of();
    }

    private Set<String> links(String contents) {
        Set<String> pages = new TreeSet<>();
        for (Document document : documents) {
            if (document.file().equals(contents)) {
                document.root().accept(new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        pages.add(link.getDestination());
                    }
                });
            }
        }
        return pages;
    }
}
