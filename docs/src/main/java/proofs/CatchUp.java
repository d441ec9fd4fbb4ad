package proofs;

import ground.Problem;
import ground.Repository;
import ground.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Lays out a reader's copy as it is at a heading of the text, for those who are lost or come late.
 * It never touches a folder that is there already.
 */
public final class CatchUp {
    static final String COMMAND = "mvn -q -pl docs compile exec:java@catch-up";
    private final Repository repository;
    private final Typist typist;

    CatchUp(Repository repository) {
        this.repository = repository;
        this.typist = Typist.of(repository, Document.all(repository));
    }

    /** @param args the folder of the repository, the heading or none, another folder's name or none */
    public static void main(String[] args) throws Exception {
        String at = args.length < 2 || args[1] == null ? "" : args[1];
        String to = args.length < 3 || args[2] == null ? "" : args[2];
        int status = 0;
        try {
            CatchUp catchUp = new CatchUp(new Repository(Path.of(args[0]).toRealPath()));
            System.out.println(at.isEmpty() ? catchUp.headings() : catchUp.layOut(at, to));
        } catch (Problem problem) {
            System.err.println(problem.getMessage());
            status = 1;
        }
        // After any other failure Maven would print a page.
        System.exit(status);
    }

    /** Where each page begins, and where something has been typed since the heading before. */
    private String headings() {
        StringBuilder text = new StringBuilder();
        String page = "";
        Sources before = null;
        for (Typist.Station station : typist.stations()) {
            boolean isOld = station.page().equals(page) && before.equals(station.copy());
            if (station.copy() != null && !isOld && !station.name().endsWith("/end")) {
                text.append("  ").append(station.name()).append('\n');
                page = station.page();
                before = station.copy();
            }
        }
        return text + "To have the copy laid out as it is at one of them: " + COMMAND + " -Dat=stage02/the-whole-diff\n"
                + "(The beginning of the page's name will do. With /end after it: as it is at the end of that section.)";
    }

    /**
     * Returns what it has done.
     *
     * @param at the name of a station
     * @param to the name of the folder; empty for the one that the page names
     * @throws Problem if there is no such heading, or something else is in that folder
     */
    String layOut(String at, String to) throws IOException {
        Typist.Station station;
        try {
            station = typist.at(at);
        } catch (Problem problem) {
            // The list is long, and a terminal shows its end.
            throw new Problem(headings() + "\n" + problem.getMessage());
        }
        String name = to.isEmpty() ? station.folder() : to;
        if (!name.matches("\\w[\\w-]*")) {
            throw new Problem(name + " is not a name for a folder beside the stages; take letters and digits");
        }
        Path folder = repository.path(name);
        String state = name + " is as the text has it at " + station.name();
        if (!Files.exists(folder)) {
            station.copy().layOut("src", folder);
            return state + ". Go on there: cd " + name;
        }
        Optional<String> different = station.copy().difference(Sources.read(folder));
        if (different.isEmpty()) {
            return state + " already.";
        }
        throw new Problem(name + " is there already, and not as the text has it at " + station.name() + ": "
                + different.get() + " differs. Nothing has been changed."
                + " Rename your folder, or have another one made: " + COMMAND + " -Dat=" + at + " -Dto=" + name
                + "-new");
    }
}
