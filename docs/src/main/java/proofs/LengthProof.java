package proofs;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long a chapter is, from top to bottom without its folded parts: it can be read in one sitting,
 * and the contents' last column says how many minutes that takes, to the nearest five.
 */
record LengthProof(Document contents, Document chapter) implements Proof.Check {
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\d]\\S*");
    private static final int MOST_WORDS = 2_800;
    private static final int MOST_LINES = 400;
    private static final int WORDS_A_MINUTE = 220;
    private static final int CODE_LINES_A_MINUTE = 20;

    @Override
    public void check(List<Finding> findings) {
        int lines = 0;
        int code = 0;
        long words = 0;
        int folds = 0;
        boolean isCode = false;
        for (String line : chapter.lines()) {
            folds += line.startsWith("<details") ? 1 : 0;
            boolean isFence = line.strip().startsWith("```");
            if (folds == 0) {
                lines++;
                code += isCode && !isFence ? 1 : 0;
                words += isCode || isFence ? 0 : WORD.matcher(line).results().count();
            }
            isCode ^= isFence;
            folds -= line.startsWith("</details") ? 1 : 0;
        }
        if (words > MOST_WORDS || lines > MOST_LINES) {
            findings.add(new Finding(
                    chapter.place(),
                    words + " words and " + lines + " lines of this chapter are not folded, and at most " + MOST_WORDS
                            + " and " + MOST_LINES + " may be; shorten it, or fold a part of it"));
        }
        double minutes = (double) words / WORDS_A_MINUTE + (double) code / CODE_LINES_A_MINUTE;
        checkTime(Math.max(5, 5 * Math.round(minutes / 5)), findings);
    }

    private void checkTime(long minutes, List<Finding> findings) {
        String link = "](" + chapter.file().replace("docs/", "") + ")";
        List<String> rows = contents.lines();
        int i = 0;
        while (i < rows.size() && !(rows.get(i).startsWith("|") && rows.get(i).contains(link))) {
            i++;
        }
        if (i == rows.size()) {
            throw new Finding(contents.place(), "no row of a table links to " + chapter.file() + "; add it");
        }
        String row = rows.get(i);
        String truth = row.replaceFirst("[^|]*\\|$", " " + minutes + " min |");
        Block block = new Block(contents.file(), i, 0, "", Map.of(), List.of(row));
        block.mustBe("the time that it takes to read this chapter", List.of(truth), findings);
    }
}
