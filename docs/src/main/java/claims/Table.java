package claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import proofs.Document;
import proofs.Document.Row;
import proofs.Finding;

/**
 * The table of claims in a page: the one whose first column is headed "claim". It has a row for
 * each claim and a column for each program.
 */
record Table(String file, List<Cell> cells) {
    private static final String HEAD = "claim";

    static Table parse(Document document, List<Column> columns) {
        List<Cell> cells = new ArrayList<>();
        for (List<Row> table : document.tables()) {
            Row head = table.get(0);
            if (head.cells().get(0).equals(HEAD)) {
                checkHead(head, columns);
                for (Row row : table.subList(1, table.size())) {
                    for (int i = 0; i < columns.size(); i++) {
                        cells.add(cell(row, columns.get(i), row.cells().get(i + 1)));
                    }
                }
            }
        }
        return new Table(document.file(), cells);
    }

    private static Cell cell(Row row, Column column, String symbol) {
        String claim = row.cells().get(0);
        Mark mark = Mark.of(symbol)
                .orElseThrow(() -> new Finding(
                        row.place(),
                        "\"" + claim + "\", " + column.name() + ": a cell is one of " + List.of(Mark.values())
                                + ", not \"" + symbol + "\""));
        return new Cell(row.place(), claim, column, mark);
    }

    private static void checkHead(Row head, List<Column> columns) {
        List<String> heads = new ArrayList<>(List.of(HEAD));
        columns.forEach(column -> heads.add(column.head()));
        if (!head.cells().equals(heads)) {
            throw new Finding(
                    head.place(), "the columns of the table of claims must be " + heads + ", not " + head.cells());
        }
    }

    /** @throws Finding if a claim has no probe, a probe no row, or a claim two rows */
    void checkRows(Set<String> probes) {
        Set<String> missing = new LinkedHashSet<>(probes);
        Set<String> seen = new HashSet<>();
        for (Cell cell : cells) {
            missing.remove(cell.claim());
            if (!probes.contains(cell.claim())) {
                throw new Finding(cell.place(), "no probe looks whether \"" + cell.claim() + "\"; add it to Probes");
            }
            if (!seen.add(cell.claim() + cell.column())) {
                throw new Finding(cell.place(), "\"" + cell.claim() + "\" has a row already");
            }
        }
        if (!missing.isEmpty()) {
            throw new Finding(file + ":1", "the table of claims has no row for " + missing + "; add it");
        }
    }
}
