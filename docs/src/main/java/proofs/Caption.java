package proofs;

import ground.Problem;
import ground.Sources;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words above a typed block: a paragraph that names a file, and the place in it, such as
 * {@code **`Worker.java`**, in place of the method `run`:}. A colon at the end says that the block
 * follows, and a full stop that none does. {@code FORMS} lists all places.
 *
 * <p>A member is taken with the comments and annotations above it, a statement to its last brace, and
 * a line whole, without its indentation. There must be one such part, and no more, in the file as it
 * is at that moment; {@code the class} is the file's own.
 *
 * <p>Nobody types the blank lines between members: there is one around methods, constructors and
 * classes, and between static fields and others, and none between fields.
 */
record Caption(List<String> files, String words, boolean hasBlock) {
    private static final String NAME = "\\*\\*`(\\w+\\.java)`\\*\\*";
    private static final Pattern BEGIN = Pattern.compile(NAME + "(,| and ).*");
    private static final Pattern FORM = Pattern.compile("(" + NAME + "(?:(?:,| and) " + NAME + ")*), (.+)([.:])");
    private static final String FORMS = """
              a new file:                        the whole file:
              in place of PART:                  before PART:
              after PART:                        at the start of PART:
              at the end of PART:                among the imports:
              to look at:                        without PART.
              each `A` becomes `B`.              deleted.
              as it was before "HEADING".        (of several files: as they were before "HEADING".)
            where a PART is
              the constructor                    the method `run`
              the field `id`                     the class `A` (or interface, record, enum)
              the class                          the imports
              the `for` loop (or while, do)      the `try` statement (or if, switch)
              the line `...`                     the lines from `...` to `...`
              the `synchronized` block           or one of these in another: ... in the method `run`""";
    private static final Pattern PLACE =
            Pattern.compile("(in place of|without|before|after|at the start of|at the end of) (.+)");
    private static final Pattern EACH = Pattern.compile("each `([^`]+)` becomes `([^`]+)`");
    private static final Pattern UNDO = Pattern.compile("as (?:it was|they were) before \"(.+)\"");
    private static final Pattern ALONE = Pattern.compile("without .+|deleted|" + EACH + "|" + UNDO);
    private static final Pattern WITH_BLOCK =
            Pattern.compile("a new file|the whole file|to look at|among the imports|(?!without)" + PLACE);

    /** Whether a paragraph begins as a caption does. */
    static boolean isMeant(String paragraph) {
        return BEGIN.matcher(paragraph).matches();
    }

    /** @throws Problem if the paragraph is not of the form */
    static Caption of(String paragraph) {
        Matcher form = FORM.matcher(paragraph);
        if (form.matches()) {
            boolean hasBlock = form.group(5).equals(":");
            if ((hasBlock ? WITH_BLOCK : ALONE).matcher(form.group(4)).matches()) {
                List<String> files = Pattern.compile(NAME)
                        .matcher(form.group(1))
                        .results()
                        .map(name -> name.group(1))
                        .toList();
                return new Caption(files, form.group(4), hasBlock);
            }
        }
        throw new Problem("the typist knows no such caption; after the file and a comma, write one of\n" + FORMS);
    }

    boolean isToLookAt() {
        return words.equals("to look at");
    }

    /** The heading to go back to, if the caption undoes what was typed since. */
    Optional<String> undone() {
        Matcher undo = UNDO.matcher(words);
        return undo.matches() ? Optional.of(undo.group(1)) : Optional.empty();
    }

    /**
     * The copy after the block has been typed.
     *
     * @param block the lines to type; none if the caption has no block
     * @throws Problem if they cannot be typed there
     */
    Sources typed(Sources copy, List<String> block) {
        Sources typed = copy;
        for (String file : files) {
            boolean isThere = copy.text(file) != null;
            if (words.equals("a new file") == isThere) {
                throw new Problem(
                        isThere
                                ? file + " is there already; write \"the whole file\", or name a place in it"
                                : "there is no " + file + " yet; write \"a new file\", or correct the name");
            }
            String text =
                    words.equals("deleted") ? null : String.join("\n", edited(file, copy.lines(file), block)) + "\n";
            typed = typed.with(file, text);
        }
        if (typed.equals(copy)) {
            throw new Problem("this changes nothing; everything is so already");
        }
        return typed;
    }

    /** The copy after the files have got back what they were. */
    Sources undone(Sources copy, Sources before) {
        Sources undone = copy;
        for (String file : files) {
            String text = before.text(file);
            if (text == null || text.equals(copy.text(file))) {
                throw new Problem(
                        file + (text == null ? " was not there; write \"deleted\"" : " is as it was already"));
            }
            undone = undone.with(file, text);
        }
        return undone;
    }

    /** @throws Problem unless the copy holds the block, and once */
    void lookAt(Sources copy, List<String> block) {
        for (String file : files) {
            new Source(file, copy.lines(file)).find(block);
        }
    }

    private List<String> edited(String file, List<String> old, List<String> block) {
        Source source = new Source(file, old);
        Matcher place = PLACE.matcher(words);
        Matcher each = EACH.matcher(words);
        if (each.matches()) {
            return source.renamed(each.group(1), each.group(2));
        }
        if (words.equals("among the imports")) {
            return source.imported(block);
        }
        if (!place.matches()) {
            return block;
        }
        String part = place.group(2);
        return switch (place.group(1)) {
            case "in place of" -> source.replaced(part, block);
            case "without" -> source.without(part);
            case "before" -> source.before(part, block);
            case "after" -> source.after(part, block);
            case "at the start of" -> source.inside(part, true, block);
            default -> source.inside(part, false, block);
        };
    }
}
