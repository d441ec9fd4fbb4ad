package proofs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page. The first word of its info string is the language, the rest are
 * attributes that say what the block shows; a rendered page shows the language at most.
 *
 * @param line the line of the opening fence, counted from 1
 * @param indent the columns in front of the fence, more than 0 within a list
 */
record Block(String file, int line, int indent, String language, Map<String, String> attributes, List<String> text) {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)))?(?=\\s|$)");

    static Block parse(String file, int line, int indent, String info, List<String> text) {
        String[] words = info.strip().split("\\s+", 2);
        Map<String, String> attributes = new LinkedHashMap<>();
        String rest = words.length < 2 ? "" : words[1];
        Matcher matcher = ATTRIBUTE.matcher(rest);
        int end = 0;
        while (matcher.find() && rest.substring(end, matcher.start()).isBlank()) {
            end = matcher.end();
            String value = "";
            for (int group = 2; group <= 4; group++) {
                value = matcher.group(group) == null ? value : matcher.group(group);
            }
            attributes.put(matcher.group(1), value);
        }
        Block block = new Block(file, line, indent, words[0], attributes, text);
        if (!rest.substring(end).isBlank()) {
            throw block.wrong(
                    "cannot read " + rest.substring(end).strip() + "; write key=value or key=\"a value with spaces\"");
        }
        return block;
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    String get(String attribute) {
        return attributes.get(attribute);
    }

    String get(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    /** The block's place, as editors and compilers write it. */
    String place() {
        return file + ":" + line;
    }

    /**
     * Adds a finding unless this is what the block says.
     *
     * @param subject what it has to say, as in "this block is not SUBJECT"
     */
    void mustBe(String subject, List<String> truth, List<Finding> findings) {
        if (!text.equals(truth)) {
            findings.add(Finding.stale(this, subject, Finding.difference(text, truth, line), () -> truth));
        }
    }

    /** For a block that no renewal can fix; the writer has to. */
    Finding wrong(String message) {
        return new Finding(place(), message);
    }
}
