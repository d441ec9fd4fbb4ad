package proofs;

import ground.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;

/**
 * Nothing is left out: the contents, or those of the exercises, name every page, the text holds the
 * diff of every two neighbouring stages, and quotes every main file of theirs.
 */
record CoverageProof(Repository repository, List<Document> documents, List<Block> blocks) implements Proof.Check {
    private static final Pattern MAIN_FILE = Pattern.compile("stage[^/]+/src/main/(.*)");

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
        }
        Set<String> shown = new TreeSet<>();
        Set<String> diffs = new TreeSet<>();
        for (Block block : blocks) {
            Matcher file = MAIN_FILE.matcher(block.get("file", ""));
            if (file.matches()) {
                shown.add(file.group(1));
            }
            if (block.has("old")) {
                diffs.add(block.get("old") + " " + block.get("new"));
            }
        }
        List<String> stages = repository.stages();
        for (int i = 1; i < stages.size(); i++) {
            String before = stages.get(i - 1);
            String stage = stages.get(i);
            if (!diffs.contains(before + " " + stage)) {
                String message = "there is no diff from " + before + " to " + stage + "; add one";
                findings.add(new Finding("docs/" + stage + ".md:1", message));
            }
            shown.addAll(DiffProof.changed(repository, before + "/src/main/", stage + "/src/main/"));
        }
        Set<String> files = new TreeSet<>(repository.tree(repository.lastStage() + "/src/main"));
        files.removeAll(shown);
        if (!files.isEmpty()) {
            findings.add(
                    new Finding("docs/README.md:1", "no block of the text shows " + files + " of any stage; quote it"));
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
