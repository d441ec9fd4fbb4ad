package proofs;

import ground.Problem;
import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;

/** A test that a page names, by a name of four words or more, is a method of some stage's tests. */
record NameProof(Repository repository, Document document) implements Proof {
    private static final Pattern TEST = Pattern.compile("[a-z]+([A-Z][a-z]*){3,}");

    @Override
    public String name() {
        return document.file() + " names of tests";
    }

    @Override
    public List<Finding> findings() {
        String tests = tests();
        List<String> problems = new ArrayList<>();
        document.root().accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                String name = code.getLiteral();
                if (TEST.matcher(name).matches() && !tests.contains(" " + name + "(")) {
                    problems.add(document.file() + ":" + Document.line(code) + ": no stage has a test " + name
                            + "; mend the name");
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new Problem(String.join("\n", problems));
        }
        return List.of();
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
