package proofs;

import ground.Repository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scheduler.Recorded;

/**
 * What the text says of the scheduler's levels: their list has each one's task and what was recorded
 * of it, and whoever links to one in the list and says how many states it has is right.
 */
record LevelProof(Repository repository, Document document) implements Proof.Check {
    private static final String LIST = "docs/scheduler.md";
    private static final String LINK = "(scheduler.md#";
    private static final Pattern SAID = Pattern.compile("\\(scheduler\\.md#([\\w-]+)\\)|([\\d,]+) states");
    private static final int WIDTH = 120;

    @Override
    public void check(List<Finding> findings) {
        Map<String, Integer> states = new HashMap<>();
        for (Recorded level : Recorded.all(repository)) {
            states.put(level.anchor(), level.states());
            if (document.file().equals(LIST)) {
                checkEntry(level, findings);
            }
        }
        checkMentions(states, findings);
    }

    /** Whether there is anything to check. */
    static boolean concerns(Document document) {
        return document.file().equals(LIST) || document.lines().stream().anyMatch(line -> line.contains(LINK));
    }

    private void checkEntry(Recorded level, List<Finding> findings) {
        List<String> lines = document.lines();
        int heading = lines.indexOf("### " + level.title());
        if (heading < 0) {
            throw new Finding(document.place(), "there is no heading `### " + level.title() + "`; add it");
        }
        int end = heading + 1;
        while (end < lines.size() && !lines.get(end).startsWith("#")) {
            end++;
        }
        List<String> truth = new ArrayList<>(List.of(""));
        truth.addAll(wrap(level.task() + " " + level.facts()));
        if (end < lines.size()) {
            truth.add("");
        }
        Block entry = new Block(LIST, heading + 1, 0, "", Map.of(), lines.subList(heading + 1, end));
        entry.mustBe("the task of this level and what was recorded", truth, findings);
    }

    /** The number comes behind the link, in the same paragraph. */
    private void checkMentions(Map<String, Integer> states, List<Finding> findings) {
        Integer truth = null;
        for (int i = 0; i < document.lines().size(); i++) {
            String line = document.lines().get(i);
            truth = line.isBlank() ? null : truth;
            Matcher said = SAID.matcher(line);
            while (said.find()) {
                String number = said.group(2);
                if (number == null) {
                    truth = states.get(said.group(1));
                } else if (truth != null && !number.equals(String.format(Locale.ENGLISH, "%,d", truth))) {
                    String message = "this level has " + truth + " states, not " + number + "; correct the number";
                    findings.add(new Finding(document.file() + ":" + (i + 1), message));
                }
            }
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
