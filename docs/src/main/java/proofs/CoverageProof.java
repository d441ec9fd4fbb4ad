package proofs;

import ground.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.Link;

/**
 * Nothing is left out: the contents, or those of the exercises, name every page, each table has
 * rows, the text holds the diff of every two neighbouring stages, and the page with the whole code
 * has every file of the last one.
 */
record CoverageProof(Repository repository, List<Document> documents, List<Block> blocks) implements Proof.Check {
    private static final String WHOLE_CODE = "docs/whole-code.md";

    @Override
    public void check(List<Finding> findings) {
        for (Document document : documents) {
            String page = document.file().replaceFirst("^docs/", "");
            String contents = page.startsWith("exercises/") ? "docs/exercises.md" : "docs/README.md";
            if (page.endsWith("/HINTS.md")) {
                contents = document.file().replace("HINTS", "README");
                page = "HINTS.md";
            }
            if (document.file().matches("docs/(?!README).*") && !links(contents).contains(page)) {
                findings.add(new Finding(contents + ":1", "the contents do not name " + page + "; add it"));
            }
            for (List<Document.Row> table : document.tables()) {
                if (table.size() == 1) {
                    findings.add(new Finding(table.get(0).place(), "this table has no row; add one, or delete it"));
                }
            }
        }
        Set<String> diffs = new TreeSet<>();
        for (Block block : blocks) {
            diffs.add(block.get("old") + " " + block.get("new"));
        }
        List<String> stages = repository.stages();
        for (int i = 1; i < stages.size(); i++) {
            String before = stages.get(i - 1);
            String stage = stages.get(i);
            if (!diffs.contains(before + " " + stage)) {
                String message = "there is no diff from " + before + " to " + stage + "; add one";
                findings.add(new Finding("docs/" + stage + ".md:1", message));
            }
        }
        String main = repository.lastStage() + "/src/main";
        Set<String> files = new TreeSet<>(repository.tree(main));
        links(WHOLE_CODE).forEach(link -> files.remove(link.replace("../" + main + "/", "")));
        if (!files.isEmpty()) {
            findings.add(new Finding(WHOLE_CODE + ":1", "no heading links to " + files + " of " + main + "; add one"));
        }
    }

    private Set<String> links(String contents) {
        Set<String> pages = new TreeSet<>();
        for (Document document : documents) {
            if (document.file().equals(contents)) {
                document.nodes(Link.class).forEach(link -> pages.add(link.getDestination()));
            }
        }
        return pages;
    }
}
