package site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a class sees: the diffs and the slides, in a real browser. */
@InBrowser
class ProjectorTest {
    private static final String DIFF = "diff-03-04.html";
    private static final String LONG = "diff-04-05.html";
    private static final String SLIDES = "slides.html";

    /** The size of the letters, and how much there is to scroll, down and to the right. */
    private static final String SHOWN = "const view = document.querySelector('.projector .view');"
            + "return [parseFloat(getComputedStyle(view).fontSize), view.scrollHeight - view.clientHeight,"
            + " view.scrollWidth - view.clientWidth].map(Math.round).join(' ')";

    /** Goes through all; returns those in small letters, or too wide. */
    private static final String ALL_SHOWN = """
            const view = document.querySelector(".projector .view");
            const bad = [];
            const count = document.querySelector(".projector .count");
            for (let was = ""; was !== count.textContent + view.scrollTop; ) {
              was = count.textContent + view.scrollTop;
              const texts = [...view.querySelectorAll("*")].filter((part) => part.checkVisibility());
              const sizes = texts.map((part) => parseFloat(getComputedStyle(part).fontSize));
              if (Math.min(...sizes) < 24 || view.scrollWidth > view.clientWidth) {
                bad.push(document.querySelector(".projector .bar").textContent);
              }
              view.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
            }
            return bad;
            """;

    private static void project(Browser browser, String page) {
        browser.window(1024, 768, "light");
        browser.open(page);
        browser.type("p");
    }

    private static String count(Browser browser) {
        return browser.find(".projector .count").getText();
    }

    private static String what(Browser browser) {
        return browser.find(".projector .what").getText();
    }

    private static List<Integer> shown(Browser browser) {
        return List.of(((String) browser.run(SHOWN)).split(" ")).stream()
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void aDiffIsShownInOneColumnOrTwoAndItIsRememberedWhich(Browser browser) {
        browser.window(1280, 800, "light");
        browser.open(DIFF);
        browser.run("localStorage.clear()");
        browser.open(DIFF);
        assertThat(columns(browser)).isEqualTo(2);
        browser.find("button[data-view=unified]").click();
        assertThat(columns(browser)).isEqualTo(1);
        browser.open(LONG);
        assertThat(columns(browser)).isEqualTo(1);
        assertThat(browser.find("button[data-view=unified]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        browser.run("localStorage.clear()");
    }

    private static int columns(Browser browser) {
        return ((String) browser.run("return getComputedStyle(document.querySelector('.hunk')).gridTemplateColumns"))
                .split(" ")
                .length;
    }

    @Test
    void theKeysOfAPresenterGoThroughTheHunks(Browser browser) {
        project(browser, DIFF);
        assertThat(what(browser)).isEqualTo("ThreadPool.java, 1 of 3");
        assertThat(count(browser)).isEqualTo("1 / 8");
        browser.type(Keys.ARROW_RIGHT);
        assertThat(what(browser)).isEqualTo("ThreadPool.java, 2 of 3");
        browser.type(Keys.ARROW_LEFT, Keys.PAGE_DOWN);
        assertThat(count(browser)).isEqualTo("2 / 8");
        browser.type(Keys.END);
        assertThat(what(browser)).isEqualTo("Worker.java, 5 of 5");
        browser.type(Keys.HOME, Keys.PAGE_UP);
        assertThat(count(browser)).isEqualTo("1 / 8");
        browser.type(Keys.ESCAPE);
        assertThat(browser.find(".projector").isDisplayed()).isFalse();
        assertThat(browser.page()).isEqualTo(DIFF);
    }

    @Test
    void whatDoesNotFitIsReadToItsEndFirstWhateverTheKey(Browser browser) {
        openLong(browser, 0);
        for (Keys key : List.of(Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.SPACE, Keys.PAGE_DOWN)) {
            browser.type(Keys.HOME, key);
            assertThat(count(browser)).as(key.name()).isEqualTo("1 / 3");
            assertThat(isAtEnd(browser)).as(key.name()).isTrue();
            browser.type(key);
            assertThat(count(browser)).as(key.name()).isEqualTo("2 / 3");
        }
    }

    @Test
    void whatDoesNotFitIsLeftFromItsStartWhateverTheKey(Browser browser) {
        openLong(browser, 0);
        for (Keys key : List.of(Keys.ARROW_LEFT, Keys.ARROW_UP, Keys.PAGE_UP)) {
            browser.type(Keys.HOME, Keys.PAGE_DOWN, Keys.PAGE_DOWN, Keys.PAGE_DOWN, key);
            assertThat(count(browser)).as(key.name()).isEqualTo("2 / 3");
            browser.type(key);
            assertThat(count(browser)).as(key.name()).isEqualTo("1 / 3");
        }
    }

    @Test
    void theEndOfTheLastPartIsTheEnd(Browser browser) {
        openLong(browser, 2);
        browser.type(Keys.PAGE_DOWN);
        assertThat(isAtEnd(browser)).isTrue();
        browser.type(Keys.PAGE_DOWN, Keys.ARROW_RIGHT);
        assertThat(isAtEnd(browser)).isTrue();
        assertThat(count(browser)).isEqualTo("3 / 3");
    }

    /** A page of three parts, each of which is a little longer than the screen. */
    private static void openLong(Browser browser, int part) {
        browser.window(1024, 768, "light");
        browser.open(DIFF);
        browser.run("""
                const sheets = [...document.querySelectorAll(".sheet")];
                sheets.slice(3).forEach((sheet) => sheet.remove());
                for (const sheet of sheets.slice(0, 3)) {
                  sheet.querySelector(".hunk").textContent = "x\\n".repeat(36);
                }
                location.hash = sheets[PART].id;
                """.replace("PART", "" + part));
        browser.type("p");
        assertThat(isAtEnd(browser)).isFalse();
    }

    private static boolean isAtEnd(Browser browser) {
        return (boolean) browser.run("const view = document.querySelector('.projector .view');"
                + "return view.scrollHeight - view.clientHeight - view.scrollTop <= 1");
    }

    @Test
    void theBackRowCanReadAllHunksAndSlides(Browser browser) {
        for (String page : List.of(DIFF, LONG, SLIDES)) {
            project(browser, page);
            assertThat((List<?>) browser.run(ALL_SHOWN)).as(page).isEmpty();
            assertThat(count(browser)).as(page).matches("(\\d+) / \\1");
        }
    }

    @Test
    void aPhoneHasRoomForTheTestsWhenTheyAreUnfolded(Browser browser) {
        browser.window(360, 740, "light");
        browser.open(LONG);
        browser.run("document.getElementById('tests').open = true");
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(360L);
    }

    @Test
    void aHunkThatFitsIsNotScrolled(Browser browser) {
        project(browser, "diff-01-02.html");
        assertThat(shown(browser).subList(1, 3)).containsExactly(0, 0);
        assertThat(browser.run("return document.documentElement.scrollWidth > innerWidth"))
                .isEqualTo(false);
    }

    @Test
    void theNotesAreShownByAKeyAndToThoseWhoPressItOnly(Browser browser) {
        project(browser, SLIDES);
        browser.type(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.find(".projector .view").getText())
                .isEqualTo("Which of these lines have to wait, and for whom?");
        assertThat(browser.find(".projector .notes").isDisplayed()).isFalse();
        browser.type("n");
        assertThat(browser.find(".projector .notes").getText())
                .startsWith("Minutes 0\u20134")
                .contains("Two: the loop");
    }

    /** One is on the projector, and the other one shows the notes. */
    @Test
    void twoWindowsGoOnTogether(Browser browser) {
        project(browser, SLIDES);
        browser.type(Keys.PAGE_DOWN);
        assertThat(browser.run("return localStorage.getItem(location.pathname)"))
                .isEqualTo("slide-2");
        browser.run("dispatchEvent(new StorageEvent('storage', { key: location.pathname, newValue: 'slide-5' }))");
        assertThat(count(browser)).startsWith("5 / ");
    }

    @Test
    void everyPartHasANameAndEveryWordStandsOutInBothThemes(Browser browser) {
        browser.window(1280, 800, "light");
        browser.open("diff-01-02.html");
        browser.run("document.getElementById('tests').open = true");
        assertThat(browser.violations("main")).isEmpty();
        browser.type("p");
        assertThat(browser.violations(".projector")).isEmpty();
        browser.open(SLIDES);
        assertThat(browser.violationsBesidesColors("main")).isEmpty();
        browser.open(SLIDES + "?projector#slide-9");
        browser.type("n");
        assertThat(browser.violations(".projector")).isEmpty();
    }
}
