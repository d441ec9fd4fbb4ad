package pictures;

import ground.Problem;
import ground.Recording;
import ground.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import measure.Connections;
import measure.Goal;
import measure.Ratios;

/**
 * Draws the pictures of what was measured, and renews the tables of the text, from the recordings
 * in {@code docs/figures/data}.
 */
public final class Pictures {
    static final String PAGE = "docs/measurements.md";

    /** The JDKs on which the servers were measured. */
    private static final List<String> JDKS = List.of("17", "25");

    private Pictures() {}

    public static void main(String[] args) throws IOException {
        try {
            Repository repository = Repository.find();
            for (Map.Entry<String, String> picture : draw(repository).entrySet()) {
                Files.writeString(repository.path(picture.getKey()), picture.getValue());
                System.out.println("Drawn: " + picture.getKey());
            }
            Files.writeString(repository.path(PAGE), tables(repository, repository.read(PAGE)));
            System.out.println("Renewed: the tables of " + PAGE);
        } catch (Problem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** The pictures, by the names of their files. */
    static Map<String, String> draw(Repository repository) {
        Map<String, String> pictures = new LinkedHashMap<>();
        Bars requests = new Bars("Requests a second, as multiples of the JDK's server", Ratios::requests);
        Bars processor = new Bars("Processor time of a request, as multiples of the JDK's server", Ratios::processor);
        for (String jdk : JDKS) {
            Recording servers = read(repository, "servers-jdk" + jdk);
            pictures.put("docs/figures/servers-requests-jdk" + jdk + ".svg", requests.draw(servers));
            pictures.put("docs/figures/servers-processor-jdk" + jdk + ".svg", processor.draw(servers));
        }
        Recording connections = read(repository, "connections");
        pictures.put(
                "docs/figures/connections-threads.svg",
                new Curves("Threads alive in the server", Connections::threads).draw(connections));
        pictures.put(
                "docs/figures/connections-memory.svg",
                new Curves("Resident memory of the server, in MiB", Connections::mebibytes).draw(connections));
        Recording tour = read(repository, "tour");
        for (String stage : repository.stages()) {
            String number = Repository.number(stage);
            pictures.put("docs/figures/stage" + number + "-timeline.svg", new Timeline(stage).draw(tour));
        }
        return pictures;
    }

    /** The page of the text, with the tables that the recordings give. */
    static String tables(Repository repository, String page) {
        String renewed = replace(page, Connections.table(read(repository, "connections")));
        for (String jdk : JDKS) {
            Recording servers = read(repository, "servers-jdk" + jdk);
            List<Ratios> ratios = Ratios.of(servers);
            renewed = replace(renewed, Ratios.table(servers.jdk(), ratios));
            renewed = replace(renewed, Goal.table(servers.jdk(), repository.lastStage(), ratios));
        }
        return renewed;
    }

    /** Replaces the table that has the same columns. */
    private static String replace(String page, List<String> table) {
        List<String> lines = new ArrayList<>(page.lines().toList());
        int start = lines.indexOf(table.get(0));
        if (start < 0) {
            throw new Problem(PAGE + " has no table with the columns " + table.get(0));
        }
        int end = start;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            end++;
        }
        List<String> old = lines.subList(start, end);
        old.clear();
        old.addAll(table);
        return String.join("\n", lines) + "\n";
    }

    private static Recording read(Repository repository, String name) {
        return Recording.parse(repository.read("docs/figures/data/" + name + ".csv"));
    }

    /** Ends a picture with where its figures come from. */
    static String sign(Svg svg, double y, Recording recording) {
        svg.small(10, y, "Measured " + recording.place() + ", by");
        return svg.small(10, y + 16, recording.command()).toString();
    }
}
