package site;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.json.Json;
import scheduler.Recorded;

/** What a reader does as the scheduler, in a real browser. */
@InBrowser
class LevelPageTest {
    private static final List<Recorded> LEVELS = Recorded.all(Repository.find());
    private static final String LAST_LEVEL = "15-stage-05";

    /** The buttons of the threads that can move. */
    private static final String ABLE = ".thread:not([aria-disabled=true])";

    /** A level's recording, read here without any code of the page or of the recorder. */
    private record Recording(
            List<String> threads, List<String> files, List<List<?>> positions, List<List<Long>> states) {
        private static final Json JSON = new Json();

        @SuppressWarnings("unchecked")
        static Recording of(Recorded level) {
            Map<String, Object> json = JSON.toType(recorded(level), Json.MAP_TYPE);
            return new Recording(
                    (List<String>) json.get("threads"),
                    (List<String>) json.get("files"),
                    (List<List<?>>) json.get("positions"),
                    (List<List<Long>>) json.get("states"));
        }

        static List<Long> bad(Recorded level) {
            Map<String, Object> json = JSON.toType(recorded(level), Json.MAP_TYPE);
            @SuppressWarnings("unchecked")
            List<Long> bad = (List<Long>) json.get("bad");
            return bad;
        }

        private static String recorded(Recorded level) {
            return Repository.find().read("docs/figures/data/schedules/" + level.name() + ".json");
        }

        int next(int state, int thread) {
            return states.get(state).get(threads.size() + 1 + thread).intValue();
        }

        /** The keys that lead from the beginning to one of these states. */
        String shortestWay(List<Long> goals) {
            Map<Integer, String> ways = new HashMap<>(Map.of(0, ""));
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
            while (!goals.contains(queue.element().longValue())) {
                int from = queue.remove();
                for (int thread = 0; thread < threads.size(); thread++) {
                    int to = next(from, thread);
                    if (to >= 0 && ways.putIfAbsent(to, ways.get(from) + (thread + 1)) == null) {
                        queue.add(to);
                    }
                }
            }
            return ways.get(queue.element());
        }

        /** The keys that lead to where none of these states can be reached any more. */
        String wayToSafety(List<Long> goals) {
            Set<Long> reaching = new HashSet<>(goals);
            int known = 0;
            while (known < reaching.size()) {
                known = reaching.size();
                for (int state = 0; state < states.size(); state++) {
                    List<Long> row = states.get(state);
                    if (row.subList(threads.size() + 1, row.size()).stream().anyMatch(reaching::contains)) {
                        reaching.add((long) state);
                    }
                }
            }
            return shortestWay(LongStream.range(0, states.size())
                    .boxed()
                    .filter(state -> !reaching.contains(state))
                    .toList());
        }

        /** What the threads' buttons say of their places. */
        String places(int state) {
            return IntStream.range(0, threads.size())
                    .mapToObj(thread -> place(states.get(state).get(thread).intValue()))
                    .collect(Collectors.joining(","));
        }

        private String place(int position) {
            List<?> spots = (List<?>) positions.get(position).get(3);
            return spots.isEmpty() ? "" : files.get(((Long) spots.get(0)).intValue()) + ":" + spots.get(1);
        }
    }

    @BeforeEach
    void useAProjector(Browser browser) {
        browser.window(1024, 768, "light");
    }

    @Test
    void eachBrokenLevelIsWonByItsShortestWayAndNoSooner(Browser browser) {
        for (Recorded level : LEVELS) {
            if (!level.holds()) {
                open(browser, level.name());
                String way = Recording.of(level).shortestWay(Recording.bad(level));
                press(browser, way.substring(0, way.length() - 1).split(""));
                assertThat(browser.find(".why").isDisplayed()).as(level.name()).isFalse();
                press(browser, way.substring(way.length() - 1));
                assertThat(browser.find(".why").getText()).as(level.name()).startsWith("Why this is bad");
                assertThat(browser.console()).as(level.name()).isEmpty();
            }
        }
    }

    @Test
    void theHintLeadsAlongTheShortestWayAndSaysWhenThereIsNone(Browser browser) {
        Recorded level = level("09-one-look");
        String way = Recording.of(level).shortestWay(Recording.bad(level));
        open(browser, "09-one-look");
        browser.type("h");
        assertThat(said(browser)).contains(way.length() + " to go.");
        for (int left = way.length(); left > 0; left--) {
            String key = browser.find(".thread.lead .badge").getText();
            browser.type(key);
        }
        assertThat(browser.find(".why.happened").isDisplayed()).isTrue();
        assertThat(said(browser)).endsWith("You are there. It has happened: see why this is bad.");
        assertThat(browser.find(".count").getText()).startsWith(way.length() + " moves, ");
        browser.type("u");
        assertThat(browser.find(".why").isDisplayed()).isFalse();
        String wrong = Recording.of(level).wayToSafety(Recording.bad(level));
        browser.type("r" + wrong);
        assertThat(said(browser)).endsWith("From here you cannot reach the goal any more: undo 1 move.");
        String able = browser.find(ABLE + " .badge").getText();
        browser.type(able);
        assertThat(said(browser)).endsWith("From here you cannot reach the goal any more: undo 2 moves.");
        browser.type("uu");
        assertThat(said(browser)).endsWith(" to go.");
    }

    @Test
    void theLastLevelIsWalkedAtRandomForFiveHundredMoves(Browser browser) {
        Recording recording = Recording.of(level(LAST_LEVEL));
        Random random = new Random(5);
        List<String> keys = new ArrayList<>();
        List<String> places = new ArrayList<>();
        int state = 0;
        while (keys.size() < 500) {
            int at = state;
            int[] able = IntStream.range(0, recording.threads.size())
                    .filter(thread -> recording.next(at, thread) >= 0)
                    .toArray();
            int thread = able.length == 0 ? 0 : able[random.nextInt(able.length)];
            keys.add(able.length == 0 ? "r" : String.valueOf(thread + 1));
            state = able.length == 0 ? 0 : recording.next(at, thread);
            places.add(recording.places(state));
        }
        open(browser, LAST_LEVEL);
        assertThat(press(browser, keys.toArray(String[]::new))).isEqualTo(places);
        assertThat(browser.console()).isEmpty();
        assertThat(browser.findAll(".why.happened")).isEmpty();
        assertThat(browser.find(".count").getText()).matches("\\d+ moves?, \\d{2,3} of 3,325 states seen");
    }

    @Test
    void whoCannotMoveSaysWhyAndStays(Browser browser) {
        open(browser, "09-one-look");
        assertThat(browser.find(".thread[aria-disabled=true]").getText()).contains("2worker-0", "waits for a message");
        browser.find(".thread[aria-disabled=true]").click();
        assertThat(said(browser)).isEqualTo("worker-0 waits for a message: it cannot move.");
        assertThat(browser.find(".count").getText()).isEqualTo("0 moves, 1 of 375 states seen");
        browser.type("3", Keys.BACK_SPACE);
        assertThat(said(browser)).isEqualTo("Undone: the last move of sender.");
    }

    @Test
    void theWalkGoesOnUntilItIsStopped(Browser browser) {
        open(browser, "02-a-lock-around-it");
        // The page's timer goes off when the test says so.
        browser.run("window.setTimeout = (step, millis, it) => (window.goOn = () => step(it));"
                + "window.clearTimeout = () => (window.goOn = null);");
        browser.type("w");
        browser.run("""
                const said = document.querySelector(".said");
                for (let steps = 0; steps < 100_000 && !said.textContent.startsWith("Walk"); steps++) {
                  goOn();
                }
                """);
        // Its workers never end.
        assertThat(said(browser))
                .matches("Walk \\d+, after \\d+ moves: No new state in 100 moves\\. It has not happened\\.");
        browser.type("w");
        assertThat(said(browser)).startsWith("You have stopped the walk.");
        assertThat(browser.run("return goOn")).isNull();
    }

    @Test
    void everyWordStandsOutAndHasAName(Browser browser) {
        open(browser, "05-a-swallowed-interrupt");
        browser.type("h111311");
        assertThat(browser.find(".why.happened").isDisplayed()).isTrue();
        assertThat(browser.violations("main")).isEmpty();
    }

    @Test
    void anArrowKeyDoesNotLeaveALevel(Browser browser) {
        open(browser, "09-one-look");
        browser.type("1", Keys.ARROW_RIGHT, Keys.ARROW_LEFT);
        assertThat(browser.page()).isEqualTo("play-09-one-look.html");
        assertThat(browser.find(".count").getText()).isEqualTo("1 move, 2 of 375 states seen");
    }

    @Test
    void aMoveTellsWhichLineRanAndWhatTheOthersGotFromIt(Browser browser) {
        open(browser, "09-one-look");
        List<String> told = new ArrayList<>();
        for (String key : "333333".split("")) {
            browser.type(key);
            told.add(said(browser));
        }
        assertThat(told.get(1))
                .isEqualTo("sender began pool.execute(job); (LateJob.java:16), and went into ThreadPool.java:52.");
        assertThat(told.get(2)).isEqualTo("sender ran Objects.requireNonNull(job, \"job\"); (ThreadPool.java:52).");
        assertThat(told.get(5))
                .isEqualTo("sender ran channel.put(message); (ThreadPool.java:58), and is back in LateJob.java:17."
                        + " worker-0, which waited, goes on: it has got NewJob(job 1).");
    }

    @Test
    void aRefusedJobIsToldAtTheEnd(Browser browser) {
        open(browser, "10-a-second-look");
        browser.find(ABLE).click();
        browser.run("for (let able; (able = document.querySelector(arguments[0])); ) able.click()", ABLE);
        assertThat(said(browser))
                .endsWith("All threads have ended. It has not happened. job 1 was refused, and its sender knows.");
        assertThat(browser.find(".jobs").getText()).isEqualTo("job 1: refused, has not run");
    }

    /** Opens a level, and waits until it can be played. */
    private static void open(Browser browser, String level) {
        browser.open("play-" + level + ".html");
        Browser.await().until(() -> !browser.findAll(".plays").isEmpty());
    }

    /** Presses keys, faster than a driver does, and returns where the threads are after each of them. */
    private static Object press(Browser browser, String... keys) {
        return browser.run("""
                const places = [];
                for (const key of arguments[0]) {
                  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
                  places.push([...document.querySelectorAll(".thread .where")].map((it) => it.textContent).join());
                }
                return places;
                """, List.of(keys));
    }

    private static Recorded level(String name) {
        return LEVELS.stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String said(Browser browser) {
        return browser.find(".said").getText();
    }
}
