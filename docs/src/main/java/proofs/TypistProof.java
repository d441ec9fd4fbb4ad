package proofs;

import java.util.List;

/** A page can be typed along. */
record TypistProof(Typist typist, Document document) implements Proof.Check {
    @Override
    public void check(List<Finding> findings) {
        String page = document.file() + ":";
        findings.addAll(typist.findings().stream()
                .filter(finding -> finding.getMessage().startsWith(page))
                .toList());
    }
}
