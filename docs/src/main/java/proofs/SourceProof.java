package proofs;

import ground.Repository;
import java.util.List;

/** A block that quotes a file, or a part of it. */
record SourceProof(Repository repository, Block block) implements Proof {
    @Override
    public String place() {
        return block.place();
    }

    @Override
    public void check(List<Finding> findings) {
        String file = block.get("file");
        if (!repository.isFile(file)) {
            throw block.wrong("there is no file " + file + "; correct the name, or `git add` the file");
        }
        List<String> truth = new Excerpt(block, repository.lines(file)).find();
        String place = block.has("from") ? " says at \"" + block.get("from") + "\"" : " says";
        block.mustBe("what " + file + place, truth, findings);
    }
}
