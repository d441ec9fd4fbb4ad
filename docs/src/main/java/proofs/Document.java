package proofs;

import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A page of the text, parsed. */
public record Document(String file, List<String> lines, Node root) {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /**
     * A row of a table.
     *
     * @param place the file and the line
     * @param cells the words of the cells, without their markup
     */
    public record Row(String place, List<String> cells) {}

    /** The pages of the text: README.md, docs/*.md, and the task and the hints of each exercise. */
    static List<Document> all(Repository repository) {
        List<String> files = new ArrayList<>(List.of("README.md"));
        for (String name : repository.list("docs")) {
            if (name.endsWith(".md")) {
                files.add("docs/" + name);
            }
        }
        for (String name : repository.list("docs/exercises")) {
            files.add("docs/exercises/" + name + "/README.md");
            files.add("docs/exercises/" + name + "/HINTS.md");
        }
        files.removeIf(file -> !repository.isFile(file));
        return files.stream().map(file -> parse(file, repository.read(file))).toList();
    }

    public static Document parse(String file, String text) {
        return new Document(file, text.lines().toList(), PARSER.parse(text));
    }

    /** The page as a whole, for what is missing from it. */
    String place() {
        return file + ":1";
    }

    /** The file and the line of a node. */
    public String place(Node node) {
        Node placed = node;
        while (placed.getSourceSpans().isEmpty() && placed.getParent() != null) {
            placed = placed.getParent();
        }
        List<SourceSpan> spans = placed.getSourceSpans();
        return file + ":" + (spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1);
    }

    /** The nodes of a type, in the order of the page. */
    public <T> List<T> nodes(Class<T> type) {
        return below(root, type);
    }

    /** The nodes of a type below another, in the order of the page. */
    public static <T> List<T> below(Node top, Class<T> type) {
        List<T> nodes = new ArrayList<>();
        for (Node node = top.getFirstChild(); node != null; node = node.getNext()) {
            if (type.isInstance(node)) {
                nodes.add(type.cast(node));
            }
            nodes.addAll(below(node, type));
        }
        return nodes;
    }

    /** The rows of each table, the head first. */
    public List<List<Row>> tables() {
        List<List<Row>> tables = new ArrayList<>();
        for (TableBlock table : nodes(TableBlock.class)) {
            List<Row> rows = new ArrayList<>();
            for (TableRow row : below(table, TableRow.class)) {
                List<TableCell> cells = below(row, TableCell.class);
                rows.add(new Row(place(row), cells.stream().map(Document::text).toList()));
            }
            tables.add(rows);
        }
        return tables;
    }

    /** The words below a node, without their markup. */
    public static String text(Node top) {
        StringBuilder text = new StringBuilder();
        for (Node node : below(top, Node.class)) {
            text.append(node instanceof Text words ? words.getLiteral() : "");
            text.append(node instanceof Code code ? code.getLiteral() : "");
        }
        return text.toString();
    }

    /** @throws Finding if a block's info string cannot be read, or it has none */
    List<Block> blocks() {
        for (IndentedCodeBlock code : nodes(IndentedCodeBlock.class)) {
            throw new Finding(place(code), "code that is only indented cannot say what it shows; use a fence");
        }
        return nodes(FencedCodeBlock.class).stream().map(this::block).toList();
    }

    /** The Markdown of a node, in one line. */
    String source(Node node) {
        return node.getSourceSpans().stream()
                .map(span -> lines.get(span.getLineIndex())
                        .substring(span.getColumnIndex())
                        .strip())
                .collect(Collectors.joining(" "));
    }

    Block block(FencedCodeBlock fence) {
        SourceSpan span = fence.getSourceSpans().get(0);
        int line = span.getLineIndex();
        // Not fence.getInfo(): there "\." has lost its backslash.
        String info = lines.get(line).substring(span.getColumnIndex()).strip();
        info = info.substring(fence.getOpeningFenceLength());
        List<String> content = fence.getLiteral().lines().toList();
        return Block.parse(file, line + 1, span.getColumnIndex(), info, content);
    }
}
