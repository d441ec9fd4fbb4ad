package proofs;

import ground.Recording;
import ground.Repository;
import java.util.List;
import tour.Replay;

/** A block that shows what the tour drew of a stage when it was recorded. */
record TourProof(Repository repository, Block block) implements Proof {
    private static final String RECORDING = "docs/figures/data/tour.csv";

    @Override
    public String name() {
        return block.place() + " tour " + block.get("tour");
    }

    @Override
    public List<Finding> findings() {
        if (!repository.isFile(RECORDING)) {
            throw block.refuse("there is no " + RECORDING + "; record a tour");
        }
        List<String> truth = Replay.of(Recording.parse(repository.read(RECORDING)), block.get("tour"));
        if (block.text().equals(truth)) {
            return List.of();
        }
        return List.of(Finding.stale(block, "what " + RECORDING + " draws", truth));
    }
}
