package proofs;

import ground.Problem;
import ground.Repository;
import ground.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Types along, as a reader does who types nothing but what the text shows: begins with a fresh copy
 * of a stage, types each block at the place that its {@link Caption} names, and remembers the copy
 * as it is at each heading and at each block that compiles, runs or quotes it. After the first thing
 * that cannot be typed it leaves the rest of that copy alone.
 */
final class Typist {
    private static final Pattern FRESH = Pattern.compile("mkdir ([\\w-]+) && cp -r (stage[^/ ]+)/src \\1 && cd \\1");
    private static final Pattern GO_ON = Pattern.compile("cd ([\\w-]+)");
    private static final Pattern SAME =
            Pattern.compile("\\$ git diff --no-index src/main \\.\\./(stage[^/ ]+)/src/main");
    private static final Pattern CHAPTER = Pattern.compile("docs/(stage\\d\\d)\\b.*");

    /** A folder that a reader works in. The copy in it is null when the typist is lost. */
    private static final class Desk {
        private final String folder;
        private final String place;
        private final List<Step> steps = new ArrayList<>();
        private Sources copy;
        private boolean isCompiled;
        private String stageReached = "";

        Desk(String folder, String place, Sources copy) {
            this.folder = folder;
            this.place = place;
            this.copy = copy;
        }
    }

    /**
     * A heading, or the end of its section, before the section takes back what it has typed.
     *
     * @param name PAGE/HEADING, or PAGE/HEADING/end
     * @param folder what the reader's folder is called there
     * @param copy what is in it; null if the typist does not get there
     */
    record Station(String name, String title, String folder, Sources copy) {
        String page() {
            return name.replaceFirst("/.*", "");
        }
    }

    /**
     * What is typed at one place.
     *
     * @param section PAGE/HEADING, the section that says so
     * @param copy what is in the reader's folder then
     */
    record Step(String section, String title, Sources copy) {}

    private final Repository repository;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Station> stations = new ArrayList<>();
    private final Map<Block, Sources> copies = new HashMap<>();
    private final Map<String, Desk> desks = new LinkedHashMap<>();

    private Typist(Repository repository) {
        this.repository = repository;
    }

    /** Types what the pages say, in their order, but those last that go on with a copy of another. */
    static Typist of(Repository repository, List<Document> documents) {
        Typist typist = new Typist(repository);
        documents.stream()
                .filter(Typist::isTyped)
                .sorted(Comparator.comparing(Typist::goesOn))
                .forEach(document -> typist.new Reading(document).read());
        typist.desks.values().forEach(typist::checkEnd);
        typist.stations.sort(Comparator.comparing(Station::page));
        return typist;
    }

    private static boolean isTyped(Document document) {
        try {
            List<Kind> kinds = document.blocks().stream().map(Kind::of).toList();
            return kinds.contains(Kind.COPY) || kinds.contains(Kind.TYPED);
        } catch (Finding finding) {
            // The page's other proofs say so.
            return false;
        }
    }

    private static boolean goesOn(Document document) {
        Stream<Block> copies = document.blocks().stream().filter(block -> Kind.of(block) == Kind.COPY);
        return copies.findFirst()
                .filter(block -> GO_ON.matcher(String.join("\n", block.text())).matches())
                .isPresent();
    }

    private void checkEnd(Desk desk) {
        Matcher chapter = CHAPTER.matcher(desk.place);
        if (chapter.matches() && desk.copy != null && !desk.stageReached.startsWith(chapter.group(1))) {
            String message = "what begins here is not shown to end as " + chapter.group(1)
                    + "; end it with a block `console same`, and type nothing after it";
            findings.add(new Finding(desk.place, message));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** The sections of all pages that are typed along, and their ends, in the order of the pages. */
    List<Station> stations() {
        return stations;
    }

    /** All that is typed between two stages, in order; none if the text does not lead from one to the other. */
    List<Step> steps(String from, String to) {
        return desks.values().stream()
                .filter(desk ->
                        desk.stageReached.equals(to) && desk.copy.stage().equals(from))
                .findFirst()
                .map(desk -> desk.steps)
                .orElse(List.of());
    }

    /**
     * The copy at a place of the text.
     *
     * @param name that of a station, of whose page the beginning will do
     * @throws Problem if there is no such place or more than one, or the typist does not get there
     */
    Station at(String name) {
        String page = name.replaceFirst("/.*", "");
        List<Station> found = stations.stream()
                .filter(station -> station.name.matches(
                        Pattern.quote(page) + "[^/]*" + Pattern.quote(name.substring(page.length()))))
                .toList();
        if (found.isEmpty()) {
            throw new Problem("there is no heading " + name + " in the pages that are typed along");
        }
        if (found.size() > 1) {
            throw new Problem("there is more than one heading " + name + "; write more of the page's name: "
                    + String.join(" or ", found.stream().map(Station::name).toList()));
        }
        if (found.get(0).copy == null) {
            throw new Problem(name + " cannot be reached: "
                    + (findings.isEmpty()
                            ? "nothing is typed there"
                            : findings.get(0).getMessage()));
        }
        return found.get(0);
    }

    /** The copy that a block compiles or runs; none if the typist did not get there. */
    Optional<Sources> copy(Block block) {
        return Optional.ofNullable(copies.get(block));
    }

    /** One page from top to bottom. */
    private final class Reading {
        private final Document document;
        private final IdGenerator ids = IdGenerator.builder().build();
        private final Map<String, Sources> headings = new LinkedHashMap<>();
        private final Set<String> sessions = new HashSet<>();
        private final List<Station> here = new ArrayList<>(); // two for each section
        private Desk desk;

        Reading(Document document) {
            this.document = document;
        }

        void read() {
            if (!(document.root().getFirstChild() instanceof Heading)) {
                findings.add(
                        new Finding(document.place(), "a page that is typed along begins with a heading; add one"));
                return;
            }
            for (Node node : document.nodes(Node.class)) {
                try {
                    if (node instanceof Heading heading) {
                        pass(heading);
                    } else if (node instanceof FencedCodeBlock fence) {
                        Block block = document.block(fence);
                        read(block, Kind.of(block), fence);
                    } else if (node instanceof Paragraph paragraph && isCaption(paragraph)) {
                        read(paragraph);
                    }
                } catch (Finding finding) {
                    lose(finding);
                } catch (Problem problem) {
                    lose(new Finding(document.place(node), problem.getMessage()));
                }
            }
            stations.addAll(here);
        }

        private void lose(Finding finding) {
            findings.add(finding);
            if (desk != null) {
                desk.copy = null;
            }
        }

        private void pass(Heading heading) {
            String title = Document.text(heading);
            String page = document.file().replaceFirst("^docs/(.*)\\.md$", "$1");
            String name = page + "/" + ids.generateId(title);
            String folder = desk == null ? null : desk.folder;
            Sources copy = desk == null ? null : desk.copy;
            here.add(new Station(name, title, folder, copy));
            here.add(new Station(name + "/end", title, folder, copy));
            if (copy != null) {
                headings.put(title, copy);
            }
        }

        private void reach(int station) {
            Station old = here.get(station);
            here.set(station, new Station(old.name, old.title, desk.folder, desk.copy));
        }

        private void read(Block block, Kind kind, FencedCodeBlock fence) {
            if (kind == Kind.COPY) {
                sit(block);
                return;
            }
            if (desk != null && desk.copy == null) {
                return;
            }
            boolean isJava = kind == Kind.TYPED
                    || kind == Kind.SOURCE && block.language().equals("java");
            if (isJava) {
                type(block, kind, fence);
            } else if (kind == Kind.COMPILER && block.get("javac").isEmpty()) {
                copies.put(block, copy(block));
                desk.isCompiled = true;
            } else if (kind == Kind.SESSION && sessions.add(block.get("session")) && SessionProof.isOfCopy(block)) {
                copies.put(block, copy(block));
                if (!desk.isCompiled) {
                    throw block.wrong("this runs old classes; show a block `console javac` after what was typed last");
                }
            } else if (kind == Kind.SAME) {
                compare(block);
            }
        }

        private Sources copy(Block block) {
            if (desk == null) {
                throw block.wrong("nothing has been copied yet; begin with a block `sh copy`");
            }
            return desk.copy;
        }

        private void sit(Block block) {
            String command = String.join("\n", block.text());
            Matcher fresh = FRESH.matcher(command);
            Matcher goOn = GO_ON.matcher(command);
            if (fresh.matches()) {
                String stage = fresh.group(2);
                if (!repository.stages().contains(stage)) {
                    throw block.wrong("there is no " + stage + "; copy one of " + repository.stages());
                }
                desk = new Desk(fresh.group(1), block.place(), Sources.of(repository, stage));
                Desk other = desks.put(desk.folder, desk);
                if (other != null) {
                    throw block.wrong(desk.folder + " is made at " + other.place + " too; choose another name");
                }
            } else if (goOn.matches() && desks.containsKey(goOn.group(1))) {
                desk = desks.get(goOn.group(1));
            } else {
                throw block.wrong("write `mkdir mine2 && cp -r STAGE/src mine2 && cd mine2`,"
                        + " or `cd` and the folder that a page before makes");
            }
            // Before the first copy of a page, a reader has this one.
            for (int i = 0; i < here.size(); i++) {
                if (here.get(i).folder == null || i >= here.size() - 2) {
                    reach(i);
                }
            }
            headings.clear();
            headings.put(here.get(here.size() - 1).title, desk.copy);
        }

        private void type(Block block, Kind kind, FencedCodeBlock fence) {
            if (!(fence.getPrevious() instanceof Paragraph paragraph) || !isCaption(paragraph)) {
                throw block.wrong("this block has no caption right above it that says where it goes, such as"
                        + " **`Main.java`**, in place of the method `serve`:");
            }
            Caption caption = Caption.of(document.source(paragraph));
            boolean isQuote = kind == Kind.SOURCE;
            if (isQuote && !caption.isToLookAt()) {
                throw block.wrong("what has file= is only looked at; write in its caption \"to look at\"");
            }
            if (!isQuote && caption.isToLookAt()) {
                caption.lookAt(copy(block), block.text());
            } else if (!isQuote) {
                put(caption.typed(copy(block), block.text()));
            }
        }

        private void put(Sources copy) {
            desk.copy = copy;
            desk.isCompiled = false;
            desk.stageReached = "";
            Station section = here.get(here.size() - 2);
            desk.steps.add(new Step(section.name, section.title, copy));
            reach(here.size() - 1);
        }

        private boolean isCaption(Paragraph paragraph) {
            return Caption.isMeant(document.source(paragraph));
        }

        /** A caption without a block; one with a block is read with it. */
        private void read(Paragraph paragraph) {
            if (desk != null && desk.copy == null) {
                return;
            }
            Caption caption = Caption.of(document.source(paragraph));
            if (caption.hasBlock()) {
                if (!(paragraph.getNext() instanceof FencedCodeBlock fence)
                        || !fence.getInfo().startsWith("java")) {
                    throw new Problem("there is no block of Java right below this caption; write it there");
                }
                return;
            }
            if (desk == null) {
                throw new Problem("nothing has been copied yet; begin with a block `sh copy`");
            }
            Optional<String> heading = caption.undone();
            if (heading.isPresent() && headings.get(heading.get()) == null) {
                throw new Problem("no heading above, since the copy was made, is \"" + heading.get()
                        + "\"; it is one of " + headings.keySet());
            }
            int last = here.size() - 1;
            Station end = here.get(last);
            put(
                    heading.isPresent()
                            ? caption.undone(desk.copy, headings.get(heading.get()))
                            : caption.typed(desk.copy, List.of()));
            if (caption.takesBack(desk.copy, headings.get(end.title))) {
                here.set(last, end); // for those who want to see what was wrong
            }
        }

        private void compare(Block block) {
            Sources copy = copy(block);
            Matcher same = SAME.matcher(String.join("\n", block.text()));
            if (!same.matches() || !repository.stages().contains(same.group(1))) {
                throw block.wrong("write `$ git diff --no-index src/main ../STAGE/src/main`, which prints nothing");
            }
            String stage = same.group(1);
            Sources end = Sources.of(repository, stage);
            Optional<String> different = copy.difference(end.texts());
            if (different.isPresent()) {
                String file = different.get();
                String lines = Finding.difference(copy.lines(file), end.lines(file), 0);
                throw block.wrong("the copy is not " + stage + ": " + file + " differs; correct what is typed above."
                        + lines.replace("the text says", "the copy says").replace("the truth is:", stage + " says:"));
            }
            Set<String> resources = DiffProof.changed(
                    repository, copy.stage() + "/src/main/resources/", stage + "/src/main/resources/");
            if (!resources.isEmpty()) {
                throw block.wrong("the copy is not " + stage + ": nobody has typed " + resources);
            }
            desk.stageReached = stage;
        }
    }
}
