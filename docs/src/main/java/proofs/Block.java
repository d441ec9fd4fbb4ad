package proofs;

import ground.Problem;
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
            throw block.refuse(
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

    /** The block's place, as editors and compilers write it. */
    String place() {
        return file + ":" + line;
    }

    /** For a block that no renewal can mend; the writer has to. */
    Problem refuse(String message) {
        return new Problem(place() + ": " + message);
    }
}
