package site;

import ground.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** A page of the text as HTML. */
record Page(String name, String title, String html) {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private static final String PAGE = "([\\w-]+|exercises/[\\w-]+/(README|HINTS))\\.md";

    /**
     * The contents first, then the pages in the order in which the contents link to them, the
     * exercises behind their own contents, and the hints behind all.
     */
    static List<Page> all(Path docs) throws IOException {
        List<String> files = new ArrayList<>(List.of("README.md"));
        for (String file : links(docs, "README.md")) {
            files.add(file);
            if (file.equals("exercises.md")) {
                files.addAll(links(docs, file));
            }
        }
        for (String task : links(docs, "exercises.md")) {
            files.add(task.replace("README", "HINTS"));
        }
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

                @Override
                public void visit(Heading heading) {
                    if (heading.getFirstChild() instanceof Link link
                            && link.getDestination().startsWith("../stage")) {
                        heading.getNext().insertAfter(source(docs, link.getDestination()));
                    }
                }

                @Override
                public void visit(Text text) {
                    // A code host draws boxes for these.
                    String words = text.getLiteral().replaceFirst("^\\[x] ", "\u2611 ");
                    text.setLiteral(words.replaceFirst("^\\[ ] ", "\u2610 "));
                }
            });
            String title = TextContentRenderer.builder().build().render(root.getFirstChild());
            pages.add(new Page(htmlName(file), escape(title), renderer(file).render(root)));
        }
        return pages;
    }

    /** A whole file, for which a code host has a page of its own. */
    private static FencedCodeBlock source(Path docs, String file) {
        FencedCodeBlock fence = new FencedCodeBlock();
        fence.setInfo(file.replaceFirst(".*\\.", ""));
        fence.setLiteral(new Repository(docs).read(file));
        return fence;
    }

    /** The pages that a page links to: from the text's contents only those beside them. */
    private static Set<String> links(Path docs, String page) throws IOException {
        Set<String> files = new LinkedHashSet<>();
        String wanted = page.equals("README.md") ? "[\\w-]+\\.md" : "exercises/.*\\.md";
        PARSER.parse(Files.readString(docs.resolve(page))).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (link.getDestination().matches(wanted)) {
                    files.add(link.getDestination());
                }
            }
        });
        return files;
    }

    static HtmlRenderer renderer(String page) {
        AttributeProvider links = (node, tag, attributes) -> relink(page, attributes);
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> links)
                .build();
    }

    String link(String before, String after) {
        return "<a href=\"" + name + "\">" + before + title + after + "</a>";
    }

    /** Pages link to each other; whatever else the text links to stays where it is. */
    private static void relink(String page, Map<String, String> attributes) {
        String target = attributes.get("href");
        if (target == null || target.matches("[a-z]+:.*|#.*")) {
            return;
        }
        String link = target.replaceFirst("#.*", "");
        String anchor = target.substring(link.length());
        Path path = Path.of(page).resolveSibling(link).normalize();
        String file = path.toString().replace('\\', '/');
        boolean isPage = file.matches(PAGE);
        attributes.put("href", (isPage ? htmlName(file) : "../../" + file) + anchor);
    }

    private static String htmlName(String file) {
        // All in one folder, so that each page finds the style and its neighbours by name.
        String name = file.replace("/README.md", ".md").replace('/', '-');
        return file.equals("README.md") ? "index.html" : name.replaceFirst("\\.md$", ".html");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
