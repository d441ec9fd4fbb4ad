package proofs;

import ground.Repository;
import java.util.List;

/** A block that quotes a file, or a part of it. */
record SourceProof(Repository repository, Block block) implements Proof {
    @Override
    public String name() {
        return block.place() + " " + block.get("file");
    }

    @Override
    public List<Finding> findings() {
        String file = block.get("file");
        if (!repository.isFile(file)) {
            throw block.refuse("there is no file " + file + "; mend the name");
        }
        List<String> truth = new Excerpt(block, repository.lines(file)).find();
        if (block.text().equals(truth)) {
            return List.of();
        }
        String place = block.has("from") ? " says at \"" + block.get("from") + "\"" : " says";
        return List.of(Finding.stale(block, "what " + file + place, truth));
    }
}
