package proofs;

import ground.Recording;
import ground.Repository;
import java.util.List;
import tour.Replay;

/** A block that shows what the tour drew of a stage when it was recorded. */
record TourProof(Repository repository, Block block) implements Proof.Check {
    private static final String RECORDING = "docs/figures/data/tour.csv";

    @Override
    public void check(List<Finding> findings) {
        if (!repository.isFile(RECORDING)) {
            throw block.wrong("there is no " + RECORDING + "; record a tour");
        }
        List<String> truth = Replay.of(Recording.parse(repository.read(RECORDING)), block.get("tour"));
        block.mustBe("what " + RECORDING + " draws", truth, findings);
    }
}
