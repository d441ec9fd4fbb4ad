package site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** A page of the text as HTML. */
record Page(String name, String title, String html) {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> (AttributeProvider) Page::relink)
            .build();

    /** The contents first, then the pages in the order in which the contents link to them. */
    static List<Page> all(Path docs) throws IOException {
        List<String> files = new ArrayList<>(List.of("README.md"));
        PARSER.parse(Files.readString(docs.resolve("README.md"))).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String file = link.getDestination();
                if (file.matches("[\\w-]+\\.md") && !files.contains(file)) {
                    files.add(file);
                }
            }
        });
        List<Page> pages = new ArrayList<>();
        for (String file : files) {
            Node root = PARSER.parse(Files.readString(docs.resolve(file)));
            root.accept(new AbstractVisitor() {
                @Override
                public void visit(FencedCodeBlock fence) {
                    // A narrow window has no room for the indentation of an excerpt.
                    if (fence.getInfo().startsWith("java ")) {
                        String code = fence.getLiteral().stripTrailing();
                        fence.setLiteral(code.stripIndent() + "\n");
                    }
                }
            });
            String title = TextContentRenderer.builder().build().render(root.getFirstChild());
            pages.add(new Page(htmlName(file), escape(title), RENDERER.render(root)));
        }
        return pages;
    }

    String link(String before, String after) {
        return "<a href=\"" + name + "\">" + before + title + after + "</a>";
    }

    /** Pages link to each other; whatever else the text links to stays where it is. */
    private static void relink(Node node, String tag, Map<String, String> attributes) {
        String target = attributes.get("href");
        if (target == null || target.matches("[a-z]+:.*|#.*")) {
            return;
        }
        String file = target.replaceFirst("#.*", "");
        String anchor = target.substring(file.length());
        boolean isPage = file.matches("[\\w-]+\\.md");
        attributes.put("href", (isPage ? htmlName(file) : "../../" + file) + anchor);
    }

    private static String htmlName(String file) {
        return file.equals("README.md") ? "index.html" : file.replaceFirst("\\.md$", ".html");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
