package claims;

import ground.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import proofs.Document;

/**
 * The table of claims in a page: the one whose first column is headed "claim". It has a row for
 * each claim and a column for each program.
 */
record Table(String file, List<Cell> cells) {
    private static final String HEAD = "claim";

    static Table parse(Document document, List<Column> columns) {
        List<Cell> cells = new ArrayList<>();
        document.root().accept(new AbstractVisitor() {
            private boolean isInTable;

            @Override
            public void visit(CustomNode node) {
                if (!(node instanceof TableRow)) {
                    visitChildren(node);
                    return;
                }
                String place = document.file() + ":" + Document.line(node);
                List<String> row = texts(node);
                if (((TableCell) node.getFirstChild()).isHeader()) {
                    isInTable = row.get(0).equals(HEAD);
                    if (isInTable) {
                        checkHead(place, row, columns);
                    }
                } else if (isInTable) {
                    for (int i = 0; i < columns.size(); i++) {
                        cells.add(cell(place, row.get(0), columns.get(i), row.get(i + 1)));
                    }
                }
            }
        });
        return new Table(document.file(), cells);
    }

    private static List<String> texts(Node row) {
        List<String> texts = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            texts.add(Document.text(cell));
        }
        return texts;
    }

    private static void checkHead(String place, List<String> row, List<Column> columns) {
        List<String> heads = new ArrayList<>(List.of(HEAD));
        columns.forEach(column -> heads.add(column.head()));
        if (!row.equals(heads)) {
            throw new Problem(place + ": the columns of the table of claims are " + heads + ", not " + row);
        }
    }

    private static Cell cell(String place, String claim, Column column, String symbol) {
        Mark mark = Mark.of(symbol)
                .orElseThrow(() -> new Problem(place + ": \"" + claim + "\", " + column.name() + ": a cell is one of "
                        + List.of(Mark.values()) + ", not \"" + symbol + "\""));
        return new Cell(place, claim, column, mark);
    }

    /** @throws Problem if a claim has no probe, a probe no row, or a claim two rows */
    void checkRows(Set<String> probes) {
        Set<String> missing = new LinkedHashSet<>(probes);
        Set<String> seen = new HashSet<>();
        for (Cell cell : cells) {
            missing.remove(cell.claim());
            if (!probes.contains(cell.claim())) {
                throw new Problem(cell.place() + ": no probe looks whether \"" + cell.claim() + "\"; add it to Probes");
            }
            if (!seen.add(cell.claim() + cell.column())) {
                throw new Problem(cell.place() + ": \"" + cell.claim() + "\" has a row already");
            }
        }
        if (!missing.isEmpty()) {
            throw new Problem(file + ": the table of claims has no row for " + missing + "; add it");
        }
    }
}
