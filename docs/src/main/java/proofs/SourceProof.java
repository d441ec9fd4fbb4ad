package proofs;

import ground.Repository;
import java.util.List;
import java.util.Optional;

/** A block that quotes a file, or a part of it. */
record SourceProof(Repository repository, Typist typist, Block block) implements Proof {
    @Override
    public String place() {
        return block.place();
    }

    @Override
    public void check(List<Finding> findings) {
        String file = block.get("file");
        Optional<List<String>> lines = Optional.empty();
        if (block.has("at")) {
            lines = typist.at(block.get("at")).copy().lines(file);
        } else if (repository.isFile(file)) {
            lines = Optional.of(repository.lines(file));
        }
        if (lines.isEmpty()) {
            throw block.wrong("there is no file " + file + "; correct the name");
        }
        List<String> truth = new Excerpt(block, lines.get()).find();
        String place = block.has("from") ? " says at \"" + block.get("from") + "\"" : " says";
        block.mustBe("what " + file + place, truth, findings);
    }
}
