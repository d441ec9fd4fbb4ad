package proofs;

import ground.Repository;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** A page's links and images lead to something, within the repository. */
record LinkProof(Repository repository, Document document) implements Proof.Check {
    @Override
    public void check(List<Finding> findings) {
        document.nodes(Link.class).forEach(link -> check(link, link.getDestination(), findings));
        document.nodes(Image.class).forEach(image -> check(image, image.getDestination(), findings));
    }

    private void check(Node node, String link, List<Finding> findings) {
        if (link.matches("[a-z]+:.*")) {
            return;
        }
        int hash = link.indexOf('#');
        String target = hash < 0 ? link : link.substring(0, hash);
        String anchor = hash < 0 ? "" : link.substring(hash + 1);
        String file = target.isEmpty() ? document.file() : resolve(target);
        String place = document.place(node);
        if (!repository.path(file).toFile().exists()) {
            findings.add(new Finding(place, "the link leads to " + file + ", which is not there; correct it"));
        } else if (!anchor.isEmpty() && !anchors(file).contains(anchor)) {
            findings.add(new Finding(place, file + " has no heading #" + anchor + "; it has " + anchors(file)));
        }
    }

    private String resolve(String target) {
        Path folder = Path.of(document.file()).resolveSibling(target);
        return folder.normalize().toString().replace('\\', '/');
    }

    private Set<String> anchors(String file) {
        Set<String> anchors = new HashSet<>();
        if (file.endsWith(".md")) {
            IdGenerator ids = IdGenerator.builder().build();
            Document page = Document.parse(file, repository.read(file));
            page.nodes(Heading.class).forEach(heading -> anchors.add(ids.generateId(Document.text(heading))));
        }
        return anchors;
    }
}
