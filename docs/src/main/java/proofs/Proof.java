package proofs;

import ground.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a part of the text against the thing that it speaks of.
 *
 * @param place where the text says it: the file and the line
 */
record Proof(String place, Check check) {
    interface Check {
        /** Adds what is not true; throws the finding after which it cannot go on. */
        void check(List<Finding> findings) throws Exception;
    }

    /** For a list of all proofs. */
    String name() {
        return place + " " + check.getClass().getSimpleName();
    }

    /** All that is not true; nothing if all is well. */
    List<Finding> findings() throws Exception {
        List<Finding> findings = new ArrayList<>();
        try {
            check.check(findings);
        } catch (Finding finding) {
            findings.add(finding);
        } catch (Problem problem) {
            findings.add(new Finding(place, problem.getMessage()));
        }
        return findings;
    }
}
