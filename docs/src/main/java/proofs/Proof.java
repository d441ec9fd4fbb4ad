package proofs;

import ground.Problem;
import java.util.ArrayList;
import java.util.List;

/** Holds a part of the text against the thing that it speaks of. */
interface Proof {
    /** Where the text says it: the file and the line. */
    String place();

    /** For a list of all proofs. */
    default String name() {
        return place() + " " + getClass().getSimpleName();
    }

    /** Adds what is not true; throws the finding after which it cannot go on. */
    void check(List<Finding> findings) throws Exception;

    /** All that is not true; nothing if all is well. */
    default List<Finding> findings() throws Exception {
        List<Finding> findings = new ArrayList<>();
        try {
            check(findings);
        } catch (Finding finding) {
            findings.add(finding);
        } catch (Problem problem) {
            findings.add(new Finding(place(), problem.getMessage()));
        }
        return findings;
    }
}
