package proofs;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import ground.Problem;
import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/**
 * The table of changed lines: a row "01 -> 02" bounds the lines that are added to and removed from
 * the main sources, and from {@code Main} alone.
 */
record BudgetProof(Repository repository, Document document) implements Proof {
    private static final Pattern ROW = Pattern.compile("\\| *(\\d\\d) \u2192 (\\d\\d) *\\| *(\\d+) *\\| *(\\d+) *\\|");

    @Override
    public String name() {
        return document.file() + " changed lines";
    }

    @Override
    public List<Finding> findings() {
        List<String> problems = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        document.root().accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (text(block).contains("changed lines")) {
                    visitChildren(block);
                }
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    check(node, problems, steps);
                } else {
                    visitChildren(node);
                }
            }
        });
        List<String> stages = repository.stages();
        for (int i = 1; i < stages.size(); i++) {
            String step = Repository.number(stages.get(i - 1)) + " \u2192 " + Repository.number(stages.get(i));
            if (!steps.contains(step)) {
                problems.add(document.file() + ": no table \"changed lines\" has a row " + step + "; add it");
            }
        }
        if (!problems.isEmpty()) {
            throw new Problem(String.join("\n", problems));
        }
        return List.of();
    }

    private String text(Node node) {
        return document.lines().get(Document.line(node) - 1);
    }

    private void check(Node node, List<String> problems, List<String> steps) {
        Matcher row = ROW.matcher(text(node));
        if (!row.matches()) {
            return;
        }
        steps.add(row.group(1) + " \u2192 " + row.group(2));
        String from = stage(row.group(1)) + "/src/main/";
        String to = stage(row.group(2)) + "/src/main/";
        int all = 0;
        int main = 0;
        for (String file : DiffProof.changed(repository, from, to)) {
            int lines = changedLines(from + file, to + file);
            all += lines;
            main += file.endsWith("/Main.java") ? lines : 0;
        }
        String place = document.file() + ":" + Document.line(node) + ": ";
        if (all > Integer.parseInt(row.group(3))) {
            problems.add(
                    place + all + " lines change, more than " + row.group(3) + "; change fewer, or mend the table");
        }
        if (main > Integer.parseInt(row.group(4))) {
            problems.add(place + main + " lines of Main change, more than " + row.group(4)
                    + "; change fewer, or mend the table");
        }
    }

    private int changedLines(String from, String to) {
        List<String> before = repository.isFile(from) ? repository.lines(from) : List.of();
        List<String> after = repository.isFile(to) ? repository.lines(to) : List.of();
        int lines = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            lines += delta.getSource().size() + delta.getTarget().size();
        }
        return lines;
    }

    private String stage(String number) {
        return repository.stages().stream()
                .filter(stage -> Repository.number(stage).equals(number))
                .findFirst()
                .orElseThrow(() -> new Problem(document.file() + ": no stage " + number));
    }
}
