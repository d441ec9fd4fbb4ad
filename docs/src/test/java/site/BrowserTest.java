package site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a reader does with the site, in a real browser. */
@InBrowser
class BrowserTest {
    private static final String CHAPTER = "stage02-thread-per-connection.html";

    private static final String FOUND = ".search [role=option]";

    /** A script that returns the word and where it is. */
    private static final String WORD_OF_CODE_ALONE = """
            const words = searchData.map(([title, , heading, text]) => title + heading + text).join().toLowerCase();
            const codes = searchData.map(([, , , , code]) => code);
            for (const [, address, , , code] of searchData) {
              for (const word of code.match(/[A-Za-z]{8,}/g) ?? []) {
                if (!words.includes(word.toLowerCase()) && codes.filter((any) => any.includes(word)).length === 1) {
                  return [word, address];
                }
              }
            }
            """;

    @BeforeEach
    void useAWideWindow(Browser browser) {
        browser.window(1280, 800, "light");
    }

    @Test
    void noPageHasErrorsOrAnythingToScrollSidewaysOnAPhone(Browser browser) {
        browser.open("index.html");
        for (String page : Rendered.pages()) {
            assertThat(browser.runInFrame(page, 360, "return document.documentElement.scrollWidth"))
                    .as("the width of " + page)
                    .isEqualTo(360L);
            assertThat(browser.console()).as(page).isEmpty();
        }
    }

    @Test
    void everyPartHasANameThatCanBeReadAloud(Browser browser) {
        browser.open(Everything.NAME);
        // Its colored words of code are thousands of parts, none of which has a name.
        browser.run("document.querySelectorAll('code.hljs').forEach((code) => (code.textContent = code.textContent))");
        assertThat(browser.violationsBesidesColors("article")).isEmpty();
    }

    @Test
    void everyPartHasANameAndEveryWordStandsOutInBothThemes(Browser browser) {
        browser.open(CHAPTER);
        assertThat(browser.violations("body")).isEmpty();
        browser.open("overview.html");
        assertThat(browser.violations(".claims")).isEmpty();
    }

    @Test
    void theSearchFindsWordsAndCodeByKeysAlone(Browser browser) {
        browser.open("index.html");
        browser.type("s");
        browser.type("BlockingQue");
        Browser.await().until(() -> browser.findAll(FOUND).size() > 3);
        assertThat(browser.find(".search mark").getText()).isEqualTo("BlockingQueue");
        assertThat(browser.violations("dialog")).isEmpty();
        browser.type(Keys.ESCAPE);
        assertThat(browser.find("dialog.search").isDisplayed()).isFalse();
        Browser.await()
                .until(() -> browser.run("return document.activeElement === document.body")
                        .equals(true));
        browser.type("/");
        browser.type("s/zzz"); // Here these keys are but letters.
        Browser.await().until(() -> browser.find(".search .said").getText().startsWith("Nothing"));
        List<?> rare = (List<?>) browser.run(WORD_OF_CODE_ALONE);
        browser.type(Keys.chord(Keys.CONTROL, "a"), rare.get(0).toString());
        Browser.await().until(() -> !browser.findAll(FOUND).isEmpty());
        assertThat(chosen(browser)).isEqualTo(rare.get(1));
        browser.type(Keys.chord(Keys.CONTROL, "a"), "execute queue");
        Browser.await().until(() -> browser.findAll(FOUND).size() > 3);
        String first = chosen(browser);
        browser.type(Keys.ARROW_DOWN);
        String second = chosen(browser);
        assertThat(second).isNotEqualTo(first);
        browser.type(Keys.ENTER);
        Browser.await().until(() -> browser.page().equals(second));
    }

    @Test
    void aCopyIsWhatIsTyped(Browser browser) {
        browser.open(CHAPTER);
        assertThat(copied(browser, "#a-step-that-looks-right--3"))
                .isEqualTo("java -cp out:src/main/resources hello.Main\n");
        assertThat(copied(browser, "#what-is-wrong-now--1"))
                .isEqualTo("mkdir mine2 && cp -r stage01-serial/src mine2 && cd mine2\n");
        assertThat(copied(browser, "#what-is-wrong-now--2")).isEqualTo("""
                        for (Socket connection : listener) {
                            handler.handle(connection);
                        }
                """);
        assertThat(browser.findAll(".block:has(.language-diff) .copy")).isEmpty();
    }

    @Test
    void theThemeIsTheSystemsOrTheOneThatWasChosen(Browser browser) {
        browser.open("index.html");
        browser.run("localStorage.clear()");
        browser.open("index.html");
        String light = background(browser);
        browser.window(1280, 800, "dark");
        String dark = background(browser);
        assertThat(dark).isNotEqualTo(light);
        browser.find(".theme-button").click();
        assertThat(background(browser)).isEqualTo(light);
        browser.open(CHAPTER);
        assertThat(background(browser)).isEqualTo(light);
        browser.find(".theme-button").click();
        browser.find(".theme-button").click();
        assertThat(browser.run("return document.documentElement.dataset.theme")).isEqualTo("auto");
        browser.run("localStorage.clear()");
    }

    @Test
    void theArrowKeysLeadOnAndBackUnlessTheyHaveAnotherUse(Browser browser) {
        browser.open(CHAPTER);
        browser.type(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
        browser.type("/");
        browser.type(Keys.ARROW_LEFT, Keys.ESCAPE);
        assertThat(browser.page()).isEqualTo(CHAPTER);
        browser.type(Keys.ARROW_RIGHT);
        Browser.await()
                .until(() -> browser.page().equals("stage03-pool-skeleton.html")
                        && browser.run("return document.readyState").equals("complete"));
        browser.type(Keys.ARROW_LEFT);
        Browser.await().until(() -> browser.page().equals(CHAPTER));
    }

    @Test
    void theSidebarMarksTheHeadingThatIsRead(Browser browser) {
        browser.open(CHAPTER + "#the-step-that-is-right");
        String marked = "#sidebar .toc a[aria-current=location]";
        Browser.await().until(() -> !browser.findAll(marked).isEmpty());
        assertThat(browser.find(marked).getText()).isEqualTo("The step that is right");
        browser.run("scrollTo(0, 0)");
        Browser.await().until(() -> browser.findAll(marked).isEmpty());
    }

    @Test
    void onAPhoneTheSidebarOpensAndCloses(Browser browser) {
        browser.window(360, 740, "light");
        browser.open(CHAPTER);
        WebElement sidebar = browser.find("#sidebar");
        assertThat(sidebar.isDisplayed()).isFalse();
        browser.find(".menu").click();
        assertThat(sidebar.isDisplayed()).isTrue();
        browser.find("#sidebar .toc a").click();
        assertThat(sidebar.isDisplayed()).isFalse();
    }

    @Test
    void aRowOfATimelineTellsWhatHappenedWhen(Browser browser) {
        browser.open(CHAPTER);
        browser.run("document.querySelectorAll('svg.timeline [tabindex]')[3].focus()");
        WebElement told = browser.find(".tip");
        assertThat(told.getText()).matches("Request 4, /sleep: waiting from 1\\.\\d+ s, being served from .* s");
        browser.type(Keys.ESCAPE);
        assertThat(told.isDisplayed()).isFalse();
        browser.point("svg.timeline [tabindex]");
        assertThat(told.getText()).startsWith("Request 1, /sleep: ");
    }

    @Test
    void aPageIsPrintedWithoutItsFrameAndWithWhatIsFolded(Browser browser) {
        browser.open("stage05-server.html");
        browser.print(true);
        List<String> seen = new ArrayList<>();
        for (String part : List.of("#sidebar", "header", ".way", ".copy", "h1", "main details > p")) {
            if (browser.run("return document.querySelector(arguments[0]).checkVisibility()", part)
                    .equals(true)) {
                seen.add(part);
            }
        }
        browser.print(false);
        assertThat(seen).containsExactly("h1", "main details > p");
    }

    private static String chosen(Browser browser) {
        String address = browser.find(".search [aria-selected=true]").getDomProperty("href");
        return address.replaceFirst(".*/", "");
    }

    private static String background(Browser browser) {
        return (String) browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    /** What the clipboard holds after the copy button of a block was pressed. */
    private static String copied(Browser browser, String block) {
        WebElement button = browser.find(block + " .copy");
        browser.run("arguments[0].scrollIntoView({ block: 'center' })", button);
        button.click();
        Browser.await().until(() -> button.getText().equals("Copied"));
        browser.run("document.body.appendChild(document.createElement('textarea')).focus()");
        browser.type(Keys.chord(Keys.CONTROL, "v"));
        String pasted = browser.find("textarea").getDomProperty("value");
        browser.run("document.querySelector('textarea').remove()");
        return pasted;
    }
}
