package site;

import ground.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/**
 * The pages of the text: the contents and the README, then what the contents link to, the exercises
 * behind their own contents, and the hints.
 */
final class TextPages {
    private static final String CONTENTS = "docs/README.md";
    private static final String README = "README.md";
    private static final String EXERCISES = "docs/exercises.md";

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final AttributeProvider INFO = (node, tag, attributes) -> {
        if (node instanceof FencedCodeBlock fence && tag.equals("pre")) {
            attributes.put(Blocks.INFO, fence.getInfo());
        }
    };
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> INFO)
            .build();

    private final Repository repository;

    /** What each Markdown file becomes. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private TextPages(Repository repository) {
        this.repository = repository;
        add(CONTENTS);
        add(README);
        for (String page : links(CONTENTS, "[\\w-]+\\.md")) {
            add(page);
            if (page.equals(EXERCISES)) {
                links(EXERCISES, "exercises/.*\\.md").forEach(this::add);
            }
        }
        for (String task : links(EXERCISES, "exercises/.*\\.md")) {
            add(task.replace("README", "HINTS"));
        }
    }

    /**
     * @param source where the files that are no pages are: a folder or an address, without a slash
     * @param addresses the pages of sections that have one of their own
     */
    static List<Page> all(Repository repository, String source, Map<String, String> addresses) {
        TextPages text = new TextPages(repository);
        List<String> files = List.copyOf(text.names.keySet());
        text.names.putAll(addresses);
        List<Page> pages = new ArrayList<>();
        for (String file : files) {
            pages.add(text.page(file, new Markup(repository, file, text.names, source)));
        }
        return pages;
    }

    private void add(String file) {
        names.put(file, address(file));
    }

    /** What a Markdown file becomes, or a section of one. */
    static String address(String link) {
        String file = link.replaceFirst("#.*", "");
        String anchor = link.substring(file.length());
        // All in one folder, so that each page finds the style and its neighbours by name.
        String name = file.replace("docs/", "").replace("/README.md", ".md").replace('/', '-');
        String html = name.replaceFirst("\\.md$", ".html");
        return (file.equals(CONTENTS) ? "index.html" : file.equals(README) ? "overview.html" : html) + anchor;
    }

    private Page page(String file, Markup markup) {
        Node root = PARSER.parse(repository.read(file));
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getFirstChild() instanceof Link link
                        && link.getDestination().startsWith("../stage")) {
                    heading.getNext().insertAfter(source(link.getDestination().substring("../".length())));
                }
            }

            @Override
            public void visit(Text text) {
                // A code host shows these as boxes.
                String words = text.getLiteral().replaceFirst("^\\[x] ", "\u2611 ");
                text.setLiteral(words.replaceFirst("^\\[ ] ", "\u2610 "));
            }
        });
        Page page = Page.of(names.get(file), title(file, root), group(file), RENDERER.render(root));
        markup.apply(page.body());
        return page;
    }

    private static String title(String file, Node root) {
        return switch (file) {
            case CONTENTS -> "Contents";
            case README -> "Overview";
            default -> TextContentRenderer.builder().build().render(root.getFirstChild());
        };
    }

    private static Page.Group group(String file) {
        if (file.endsWith(README) && !file.contains("exercises")) {
            return Page.Group.START;
        } else if (file.startsWith("docs/stage")) {
            return Page.Group.CHAPTERS;
        } else if (file.equals(Levels.LIST)) {
            return Page.Group.LEVELS;
        } else if (file.startsWith("docs/exercises")) {
            return file.endsWith("HINTS.md") ? Page.Group.HINTS : Page.Group.EXERCISES;
        }
        return file.equals("docs/teaching.md") ? Page.Group.CLASS : Page.Group.FURTHER;
    }

    /** A whole file, for which a code host has a page of its own. */
    private FencedCodeBlock source(String file) {
        FencedCodeBlock fence = new FencedCodeBlock();
        fence.setInfo(file.replaceFirst(".*\\.", "") + " file=" + file);
        fence.setLiteral(repository.read(file));
        return fence;
    }

    /** The pages that a page of {@code docs} links to by such a link. */
    private Set<String> links(String page, String wanted) {
        Set<String> files = new LinkedHashSet<>();
        PARSER.parse(repository.read(page)).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (link.getDestination().matches(wanted)) {
                    files.add("docs/" + link.getDestination());
                }
            }
        });
        return files;
    }
}
