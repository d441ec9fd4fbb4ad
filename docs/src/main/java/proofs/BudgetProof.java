package proofs;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import ground.Repository;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of changed lines: a row "01 -> 02" bounds the lines that are added to and removed from
 * the main sources, and from {@code Main} alone.
 */
record BudgetProof(Repository repository, Document document) implements Proof.Check {
    @Override
    public void check(List<Finding> findings) {
        List<Document.Row> rows = new ArrayList<>();
        for (List<Document.Row> table : document.tables()) {
            if (table.get(0).cells().get(1).startsWith("changed lines")) {
                rows.addAll(table.subList(1, table.size()));
            }
        }
        List<String> stages = repository.stages();
        for (int i = 1; i < stages.size(); i++) {
            String step = Repository.number(stages.get(i - 1)) + " \u2192 " + Repository.number(stages.get(i));
            Document.Row row = rows.stream()
                    .filter(any -> any.cells().get(0).equals(step))
                    .findFirst()
                    .orElseThrow(() ->
                            new Finding(document.place(), "no table \"changed lines\" has a row " + step + "; add it"));
            rows.remove(row);
            check(row, stages.get(i - 1) + "/src/main/", stages.get(i) + "/src/main/", findings);
        }
        for (Document.Row row : rows) {
            findings.add(new Finding(row.place(), row.cells().get(0) + " is no step between two stages; delete it"));
        }
    }

    private void check(Document.Row row, String from, String to, List<Finding> findings) {
        int all = 0;
        int main = 0;
        for (String file : DiffProof.changed(repository, from, to)) {
            int lines = changedLines(from + file, to + file);
            all += lines;
            main += file.endsWith("/Main.java") ? lines : 0;
        }
        check(row, 1, all + " lines", all, findings);
        check(row, 2, main + " lines of Main", main, findings);
    }

    private static void check(Document.Row row, int cell, String what, int lines, List<Finding> findings) {
        String bound = row.cells().get(cell);
        if (!bound.matches("\\d+") || lines > Integer.parseInt(bound)) {
            String message = what + " change, more than " + bound + "; change fewer, or correct the table";
            findings.add(new Finding(row.place(), message));
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
}
