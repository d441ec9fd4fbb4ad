package proofs;

import ground.Problem;
import ground.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** A page's links and images lead to something, within the repository. */
record LinkProof(Repository repository, Document document) implements Proof {
    @Override
    public String name() {
        return document.file() + " links";
    }

    @Override
    public List<Finding> findings() {
        List<String> problems = new ArrayList<>();
        document.root().accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                check(link, link.getDestination(), problems);
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                check(image, image.getDestination(), problems);
            }
        });
        if (!problems.isEmpty()) {
            throw new Problem(String.join("\n", problems));
        }
        return List.of();
    }

    private void check(Node node, String link, List<String> problems) {
        if (link.matches("[a-z]+:.*")) {
            return;
        }
        int hash = link.indexOf('#');
        String target = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        String file = target.isEmpty() ? document.file() : resolve(target);
        String place = document.file() + ":" + Document.line(node) + ": ";
        if (!repository.path(file).toFile().exists()) {
            problems.add(place + "the link leads to " + file + ", which is not there; mend it");
        } else if (!anchor.isEmpty() && !anchors(file).contains(anchor)) {
            problems.add(place + file + " has no heading #" + anchor + "; it has " + anchors(file));
        }
    }

    private String resolve(String target) {
        Path folder = Path.of(document.file()).resolveSibling(target);
        return folder.normalize().toString().replace('\\', '/');
    }

    private Set<String> anchors(String file) {
        Set<String> anchors = new HashSet<>();
        if (!file.endsWith(".md")) {
            return anchors;
        }
        IdGenerator ids = IdGenerator.builder().build();
        Document.parse(file, repository.read(file)).root().accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                anchors.add(ids.generateId(Document.text(heading)));
            }
        });
        return anchors;
    }
}
