package proofs;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import ground.Repository;
import ground.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * Which section of the text has a reader type a line, or take one out: found by typing along, and
 * looking after each block at what has changed.
 */
public final class Origins {
    private static final String TESTS = "What the tests prove now";

    /**
     * A section of a chapter.
     *
     * @param page the name of the page's file in docs, without its ending
     * @param chapter what its title begins with, such as 5a
     */
    public record Section(String page, String chapter, String anchor, String title) {}

    /**
     * Where the lines of one file come from.
     *
     * @param added for each line of the new file the section that has it typed, or null if it is an old one
     * @param removed the section that takes out an old line, by the line's index
     * @param sections all that change the file, as one reads
     */
    public record History(List<Section> added, Map<Integer, Section> removed, List<Section> sections) {}

    /** A line of the file as it is typed so far: an old one, which has an index, or a section's. */
    private record Line(int old, Section section) {}

    private record State(List<Line> lines, Map<Integer, Section> removed) {}

    private final Repository repository;
    private final Typist typist;
    private final List<Document> documents;

    public Origins(Repository repository) {
        this.repository = repository;
        this.documents = Document.all(repository);
        this.typist = Typist.of(repository, documents);
    }

    /**
     * Types from one stage to another, which may be several chapters later.
     *
     * @param file the name of a class's file
     * @return what the text says; it is about no line if a chapter between the two cannot be typed
     */
    public History history(String from, String to, String file) {
        List<String> lines = Sources.of(repository, from).lines(file);
        State state = new State(
                IntStream.range(0, lines.size())
                        .mapToObj(i -> new Line(i, null))
                        .toList(),
                Map.of());
        // What a section takes back is again as those before it left it.
        Map<List<String>, State> known = new HashMap<>();
        known.put(lines, state);
        Set<Section> sections = new LinkedHashSet<>();
        List<String> stages = repository.stages();
        for (int i = stages.indexOf(from); i < stages.indexOf(to); i++) {
            for (Typist.Step step : typist.steps(stages.get(i), stages.get(i + 1))) {
                List<String> typed = step.copy().lines(file);
                if (!known.containsKey(typed)) {
                    Section section = section(step);
                    sections.add(section);
                    known.put(typed, changed(state, lines, typed, section));
                }
                state = known.get(typed);
                lines = typed;
            }
        }
        boolean isReached = lines.equals(Sources.of(repository, to).lines(file));
        List<Section> added = new ArrayList<>();
        state.lines.forEach(line -> added.add(line.section));
        return isReached
                ? new History(added, state.removed, List.copyOf(sections))
                : new History(List.of(), Map.of(), List.of());
    }

    private Section section(Typist.Step step) {
        String[] name = step.section().split("/");
        return section(name[0], name[1], step.title());
    }

    private Section section(String page, String anchor, String title) {
        String chapter = documents.stream()
                .filter(document -> document.file().equals("docs/" + page + ".md"))
                .map(document -> Document.text(document.root().getFirstChild()).replaceFirst("\\..*", ""))
                .findFirst()
                .orElse("");
        return new Section(page, chapter, anchor, title);
    }

    private static State changed(State state, List<String> before, List<String> after, Section section) {
        List<Line> lines = new ArrayList<>(state.lines);
        Map<Integer, Section> removed = new HashMap<>(state.removed);
        List<AbstractDelta<String>> deltas =
                new ArrayList<>(DiffUtils.diff(before, after).getDeltas());
        deltas.sort(Comparator.comparing(delta -> -delta.getSource().getPosition()));
        for (AbstractDelta<String> delta : deltas) {
            int first = delta.getSource().getPosition();
            List<Line> part = lines.subList(first, first + delta.getSource().size());
            part.stream().filter(line -> line.section == null).forEach(line -> removed.put(line.old, section));
            part.clear();
            for (int i = 0; i < delta.getTarget().size(); i++) {
                part.add(new Line(-1, section));
            }
        }
        return new State(lines, removed);
    }

    /**
     * The section about the tests that speaks of most of these names; the last one, if none speaks of any;
     * none, if no chapter has such a section.
     *
     * @param from the stage before the first chapter to look into
     * @param to the stage of the last
     */
    public Optional<Section> tests(String from, String to, List<String> names) {
        List<String> stages = repository.stages();
        Section best = null;
        long most = -1;
        for (String stage : stages.subList(stages.indexOf(from) + 1, stages.indexOf(to) + 1)) {
            for (Document page : documents) {
                Heading heading = page.file().startsWith("docs/stage" + Repository.number(stage))
                        ? page.nodes(Heading.class).stream()
                                .filter(node -> Document.text(node).equals(TESTS))
                                .findFirst()
                                .orElse(null)
                        : null;
                if (heading != null) {
                    String words = words(page, heading);
                    long count = names.stream().filter(words::contains).count();
                    best = count >= most ? section(page) : best;
                    most = Math.max(most, count);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Section section(Document page) {
        String name = page.file().replaceFirst(".*/", "").replaceFirst("\\.md$", "");
        return section(name, IdGenerator.builder().build().generateId(TESTS), TESTS);
    }

    private static String words(Document page, Heading heading) {
        StringBuilder words = new StringBuilder();
        for (Node node = heading.getNext(); node != null && !(node instanceof Heading); node = node.getNext()) {
            words.append(Document.text(node)).append('\n');
        }
        return words.toString();
    }
}
