package scheduler;

import ground.Repository;
import ground.Sources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A level as the text and the site show it: its words, its sources, and what was recorded. */
public final class Recorded {
    /** What the page needs of a recording. */
    private static final Set<String> PLAYED =
            Set.of("hint", "holds", "threads", "files", "texts", "positions", "shared", "states", "printed", "bad");

    private static final Pattern BOUND = Pattern.compile("new ArrayBlockingQueue<>\\((\\w+)\\)");

    private final Level level;
    private final Schedule schedule;
    private final Sources sources;

    private Recorded(Level level) {
        this.level = level;
        this.schedule = Schedule.read(level.repository(), level);
        this.sources = level.sources();
    }

    /** All levels, in their order. */
    public static List<Recorded> all(Repository repository) {
        return Level.all(repository).stream().map(Recorded::new).toList();
    }

    /** Its number and its title with dashes, such as {@code 09-one-look}. */
    public String name() {
        return level.name();
    }

    /** The heading of the page {@code docs/scheduler.md} that tells of it. */
    public String anchor() {
        return title().toLowerCase().replaceAll("[^\\w -]", "").replace(' ', '-');
    }

    public String title() {
        return level.text("title");
    }

    public String task() {
        return level.text("task");
    }

    /** Why it is bad that the goal was reached, or why it cannot be reached. */
    public String why() {
        return level.text("why");
    }

    /** Empty if there is none. */
    public String hint() {
        return level.word("hint");
    }

    /** Where the text goes on about it: a link from {@code docs}. */
    public String section() {
        return level.text("section");
    }

    /** Whether it is a fixed version, in which the goal cannot be reached. */
    public boolean holds() {
        return level.holds();
    }

    /** The file that gives the level its words. */
    public String file() {
        return level.file();
    }

    /**
     * All that was recorded, as JSON, without the words. It is delivered, so instead of a row for each
     * state, it has its columns, and of each number but the first how much it is more than the one above.
     */
    public String json() {
        Map<String, Object> json = Json.parse(level.repository().read(Schedule.file(level.name())));
        json.keySet().retainAll(PLAYED);
        List<?> rows = (List<?>) json.remove("states");
        List<List<Object>> columns = new ArrayList<>();
        for (int column = 0; column < ((List<?>) rows.get(0)).size(); column++) {
            List<Object> steps = new ArrayList<>();
            int above = 0;
            for (Object row : rows) {
                int number = (Integer) ((List<?>) row).get(column);
                steps.add(number - above);
                above = number;
            }
            columns.add(steps);
        }
        json.put("columns", columns);
        return Json.format(json);
    }

    public Sources sources() {
        return sources;
    }

    /** The names of the sources in which some thread ever is. */
    public Set<String> files() {
        Set<String> files = new LinkedHashSet<>();
        for (int i = 0; i < states(); i++) {
            schedule.graph()
                    .state(i)
                    .positions()
                    .forEach(position -> position.spots().forEach(spot -> files.add(spot.file())));
        }
        return files;
    }

    /** How many messages the channel has room for, as the source has it; empty if there is no limit. */
    public String room() {
        String pool = sources.text("ThreadPool.java");
        Matcher bound = BOUND.matcher(pool);
        if (!bound.find()) {
            return "";
        }
        Matcher constant =
                Pattern.compile("int " + bound.group(1) + " = ([\\d_]+);").matcher(pool);
        return (constant.find() ? constant.group(1) : bound.group(1)).replace("_", "");
    }

    /** How much there is of it, in a sentence. */
    public String facts() {
        int bad = schedule.bad().size();
        String verdict =
                bad == 0 ? "In none of these states has it happened." : "In %,d of these states it has happened.";
        String facts = "The program has %,d states, with %,d moves between them. " + verdict;
        return String.format(Locale.ENGLISH, facts, states(), schedule.graph().moves(), bad);
    }

    /** How many states the program has. */
    public int states() {
        return schedule.graph().size();
    }
}
