package proofs;

import ground.Step;
import ground.Workshop;
import java.util.List;

/** A step is quoted, and compiles unless the text shows that it does not. */
record StepProof(Workshop workshop, String step, List<Block> blocks) implements Proof.Check {
    @Override
    public void check(List<Finding> findings) {
        boolean quoted = false;
        boolean shown = false;
        for (Block block : blocks) {
            String file = block.get("file", "");
            shown |= step.equals(block.get("javac"));
            quoted |= file.startsWith(step + "/") || step.equals(block.get("step"));
        }
        if (!quoted && !shown) {
            throw new Finding(step + ":1", "no block of the text shows this step; quote or delete it");
        }
        if (!shown) {
            workshop.with(Step.copy(workshop.repository(), step), step);
        }
    }
}
