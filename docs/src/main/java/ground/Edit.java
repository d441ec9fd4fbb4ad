package ground;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A change to sources, as a {@code .diff} file describes it: why somebody would make it, then
 * headers and hunks as in a unified diff, without line numbers. A hunk's place is where its old
 * lines are, which must be in the file exactly once.
 */
record Edit(List<Hunk> hunks) {
    private static final String OLD = "--- ";
    private static final String NEW = "+++ ";
    private static final String HUNK = "@@";

    /** @throws Problem if the file cannot be read as an edit */
    static Edit read(Repository repository, String name) {
        List<String> lines = repository.lines(name);
        if (lines.isEmpty() || !lines.get(0).matches("[\\w`].*")) {
            throw new Problem(name + ":1: an edit begins with its reason; put a sentence there");
        }
        List<Hunk> hunks = new ArrayList<>();
        String file = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String place = name + ":" + (i + 1);
            if (line.startsWith(NEW)) {
                file = line.substring(NEW.length());
                if (!List.of(OLD + file, OLD + "/dev/null").contains(lines.get(i - 1))) {
                    throw new Problem(place + ": the line above must be `" + OLD + file + "`, or `" + OLD
                            + "/dev/null` if the file is new");
                }
            } else if (line.startsWith(HUNK)) {
                if (file.isEmpty()) {
                    throw new Problem(place + ": this hunk has no file; put its two header lines above");
                }
                hunks.add(new Hunk(place, file, new ArrayList<>(), new ArrayList<>()));
            } else if (!hunks.isEmpty() && !line.startsWith(OLD)) {
                hunks.get(hunks.size() - 1).add(place, line);
            }
        }
        if (hunks.isEmpty()) {
            throw new Problem(name + ": an edit without a hunk changes nothing; begin one with " + HUNK);
        }
        return new Edit(hunks);
    }

    /**
     * Changes the sources, which are given by the names of their files.
     *
     * @throws Problem if they have changed, so that the edit no longer fits
     */
    void apply(Map<String, String> sources) {
        for (Hunk hunk : hunks) {
            sources.put(hunk.file, hunk.apply(sources.getOrDefault(hunk.file, "")));
        }
    }

    /** @param place where the hunk begins, as editors and compilers write it */
    private record Hunk(String place, String file, List<String> from, List<String> to) {
        void add(String place, String line) {
            // An editor may have trimmed the space in front of an empty line.
            String marked = line.isEmpty() ? " " : line;
            char mark = marked.charAt(0);
            if ("-+ ".indexOf(mark) < 0) {
                throw new Problem(place + ": a line of a hunk begins with a space, - or +; put one first");
            }
            if (mark != '+') {
                from.add(marked.substring(1));
            }
            if (mark != '-') {
                to.add(marked.substring(1));
            }
        }

        String apply(String source) {
            List<String> lines = new ArrayList<>(source.lines().toList());
            int start = Collections.indexOfSubList(lines, from);
            if (start < 0 || start != Collections.lastIndexOfSubList(lines, from)) {
                String problem = start < 0 ? "that are not in " : "that are more than once in ";
                throw new Problem(place + ": this names lines " + problem + file
                        + "; fit the edit to that file, or undo what has changed there");
            }
            List<String> place = lines.subList(start, start + from.size());
            place.clear();
            place.addAll(to);
            return String.join("\n", lines) + "\n";
        }
    }
}
