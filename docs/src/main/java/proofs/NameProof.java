package proofs;

import ground.Repository;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;

/** A test that a page names, by a name of four words or more, is a method of some stage's tests. */
record NameProof(Repository repository, Document document) implements Proof.Check {
    private static final Pattern TEST = Pattern.compile("[a-z]+([A-Z][a-z]*){3,}");

    @Override
    public void check(List<Finding> findings) {
        String tests = tests();
        for (Code code : document.nodes(Code.class)) {
            String name = code.getLiteral();
            if (TEST.matcher(name).matches() && !tests.contains(" " + name + "(")) {
                findings.add(new Finding(document.place(code), "no stage has a test " + name + "; correct the name"));
            }
        }
    }

    private String tests() {
        StringBuilder tests = new StringBuilder();
        for (String stage : repository.stages()) {
            for (String file : repository.tree(stage + "/src/test/java")) {
                tests.append(repository.read(stage + "/src/test/java/" + file));
            }
        }
        return tests.toString();
    }
}
