package proofs;

import ground.Problem;
import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A page of the text, parsed. */
public record Document(String file, List<String> lines, Node root, List<Block> blocks) {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** The pages of the text: README.md, docs/*.md and the task of each exercise. */
    static List<Document> all(Repository repository) {
        List<String> files = new ArrayList<>(List.of("README.md"));
        for (String name : repository.list("docs")) {
            if (name.endsWith(".md")) {
                files.add("docs/" + name);
            }
        }
        for (String name : repository.list("docs/exercises")) {
            files.add("docs/exercises/" + name + "/README.md");
        }
        files.removeIf(file -> !repository.isFile(file));
        return files.stream().map(file -> parse(file, repository.read(file))).toList();
    }

    public static Document parse(String file, String text) {
        List<String> lines = text.lines().toList();
        Node root = PARSER.parse(text);
        List<Block> blocks = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock fence) {
                SourceSpan span = fence.getSourceSpans().get(0);
                int line = span.getLineIndex();
                // Not fence.getInfo(): there "\." has lost its backslash.
                String info = lines.get(line).substring(span.getColumnIndex()).strip();
                info = info.substring(fence.getOpeningFenceLength());
                List<String> content = fence.getLiteral().lines().toList();
                blocks.add(Block.parse(file, line + 1, span.getColumnIndex(), info, content));
            }

            @Override
            public void visit(IndentedCodeBlock code) {
                int line = code.getSourceSpans().get(0).getLineIndex() + 1;
                throw new Problem(
                        file + ":" + line + ": code that is only indented cannot say what it shows; use a fence");
            }
        });
        return new Document(file, lines, root, blocks);
    }

    public static int line(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.getSourceSpans().isEmpty()) {
                return n.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 1;
    }

    /** The words below a node, without their markup. */
    public static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
