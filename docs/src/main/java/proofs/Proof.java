package proofs;

import ground.Problem;
import java.util.List;

/** Holds a part of the text against the thing that it speaks of. */
interface Proof {
    /** Where the text says it, for a list of all proofs. */
    String name();

    /**
     * The blocks that are not true; none if all is well.
     *
     * @throws Problem if the text is wrong in a way that cannot be renewed
     */
    List<Finding> findings() throws Exception;
}
