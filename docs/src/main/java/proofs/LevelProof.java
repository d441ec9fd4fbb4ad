package proofs;

import ground.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import scheduler.Recorded;

/** The list of the scheduler's levels: each has a heading, which others link to, and its task below. */
record LevelProof(Repository repository, Document document) implements Proof.Check {
    static final String LIST = "docs/scheduler.md";
    private static final int WIDTH = 120;

    @Override
    public void check(List<Finding> findings) {
        for (Recorded level : Recorded.all(repository)) {
            List<String> lines = document.lines();
            int heading = lines.indexOf("### " + level.title());
            if (heading < 0) {
                throw new Finding(document.place(), "there is no heading `### " + level.title() + "`; add it");
            }
            int end = heading + 2;
            while (end < lines.size() && !lines.get(end).isBlank()) {
                end++;
            }
            Block entry = new Block(LIST, heading + 2, 0, "", Map.of(), lines.subList(heading + 2, end));
            entry.mustBe("the task of " + level.file(), wrap(level.task()), findings);
        }
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line);
                line = "";
            }
            line += (line.isEmpty() ? "" : " ") + word;
        }
        lines.add(line);
        return lines;
    }
}
