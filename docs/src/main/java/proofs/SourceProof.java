package proofs;

import ground.Repository;
import ground.Sources;
import java.util.List;

/** A block that quotes a file, or a part of it. */
record SourceProof(Repository repository, Typist typist, Block block) implements Proof.Check {
    @Override
    public void check(List<Finding> findings) {
        String file = block.get("file");
        List<String> truth = new Excerpt(block, lines(file)).find();
        String place = block.has("from") ? " says at \"" + block.get("from") + "\"" : " says";
        block.mustBe("what " + file + place, truth, findings);
    }

    /** The lines of a file; X/A.java may also be what an edit makes, X.diff. */
    private List<String> lines(String file) {
        String folder = file.replaceFirst("/[^/]*$", "");
        if (block.has("at")) {
            return typist.at(block.get("at")).copy().lines(file);
        }
        if (repository.isFile(file)) {
            return repository.lines(file);
        }
        String text = null;
        if (repository.isFile(folder + ".diff")) {
            text = Sources.ofLayer(repository, folder).text(file.substring(folder.length() + 1));
        }
        if (text == null) {
            throw block.wrong("there is no file " + file + "; correct the name, or `git add` the file");
        }
        return text.lines().toList();
    }
}
