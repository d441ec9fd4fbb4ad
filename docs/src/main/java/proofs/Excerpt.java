package proofs;

import java.util.List;

/** The part of a file that a block's attributes {@code from} and {@code to} name. */
record Excerpt(Block block, List<String> lines) {
    List<String> find() {
        if (!block.has("from")) {
            return lines;
        }
        int first = first(block.get("from"));
        int last = block.has("to") ? last(first, block.get("to")) : end(first);
        return lines.subList(first, last + 1);
    }

    private int first(String from) {
        int found = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(from)) {
                if (found >= 0) {
                    throw wrong(
                            from,
                            "is in line " + (found + 1) + " and in line " + (i + 1)
                                    + "; name more of the line you mean");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw wrong(from, "is in no line; name a line that is there");
        }
        return found;
    }

    private int last(int first, String to) {
        int from = to.equals(block.get("from")) ? first : first + 1;
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).contains(to)) {
                return i;
            }
        }
        throw wrong(to, "is in no line after the first; name a line that is there");
    }

    /** The line that closes the declaration or statement which begins with a line. */
    private int end(int first) {
        int i = first;
        if (lines.get(i).strip().startsWith("/**")) {
            while (!lines.get(i).contains("*/")) {
                i++;
            }
            i++;
        }
        String line = lines.get(i);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        while (!lines.get(i).matches(".*[{;}]\\s*")) {
            if (++i == lines.size()) {
                throw wrong(block.get("from"), "begins nothing that ends; add to=\"...\"");
            }
        }
        while (lines.get(i).endsWith("{")) {
            do {
                if (++i == lines.size()) {
                    throw wrong(block.get("from"), "is never closed; add to=\"...\"");
                }
            } while (!lines.get(i).startsWith(indent + "}"));
        }
        return i;
    }

    private Finding wrong(String text, String problem) {
        return block.wrong("\"" + text + "\" " + problem + ", in " + block.get("file"));
    }
}
