package proofs;

import ground.Sources;
import ground.Workshop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A block that shows what javac says of a copy. */
record CompilerProof(Workshop workshop, Block block, Sources copy) implements Proof.Check {
    private static final String SOURCES = "src/main/java/hello/*.java";

    @Override
    public void check(List<Finding> findings) {
        String command = block.text().isEmpty() ? "" : block.text().get(0);
        if (command.isEmpty()) {
            command = "$ javac -d out " + SOURCES;
        }
        if (!command.matches("\\$ javac (-\\S+ )*-d out " + SOURCES.replace("*", "\\*"))) {
            throw block.wrong("the block must begin with `$ javac -d out " + SOURCES + "`");
        }
        List<String> words = Arrays.asList(command.split(" "));
        List<String> options = words.subList(2, words.size() - 3);
        List<String> truth = new ArrayList<>(List.of(command));
        truth.addAll(workshop.compile(copy, options).output());
        String subject = "what javac " + Runtime.version().feature() + " says of what is typed so far";
        block.mustBe(subject, truth, findings);
    }
}
