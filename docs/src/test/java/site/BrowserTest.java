package site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a reader does with the site, in a real browser. */
@InBrowser
class BrowserTest {
    private static final String CHAPTER = "stage02-thread-per-connection.html";

    @Test
    void thereIsNoErrorAndNothingToScrollSidewaysOnAPhone(Browser browser) {
        browser.window(360, 740, "light");
        List<String> tooWide = new ArrayList<>();
        for (String page : Rendered.pages()) {
            browser.open(page);
            assertThat(browser.console()).as(page).isEmpty();
            if ((long) browser.run("return document.documentElement.scrollWidth") > 360) {
                tooWide.add(page);
            }
        }
        assertThat(tooWide).isEmpty();
    }

    @Test
    void theSearchFindsWordsAndCodeAndIsUsedByKeys(Browser browser) {
        browser.window(1280, 800, "light");
        browser.open("index.html");
        browser.type("/");
        browser.type("connectionThatSaysNothing");
        browser.type(Keys.ESCAPE);
        assertThat(browser.find("dialog.search").isDisplayed()).isFalse();
        browser.type("s");
        browser.type("BlockingQue");
        await().until(
                        () -> browser.run("return document.querySelectorAll('.search li').length > 3"),
                        found -> found.equals(true));
        assertThat(browser.find(".search [aria-selected=true]").getAttribute("id"))
                .isEqualTo("found-0");
        browser.type(Keys.ARROW_DOWN);
        String address = browser.find(".search [aria-selected=true] a")
                .getAttribute("href")
                .replaceFirst(".*/", "");
        browser.type(Keys.ENTER);
        await().until(browser::page, address::equals);
    }

    @Test
    void aCopyIsWhatIsTyped(Browser browser) {
        browser.window(1280, 800, "light");
        browser.open(CHAPTER);
        assertThat(copied(browser, "language-console")).isEqualTo("javac -d out src/main/java/hello/*.java\n");
    }

    @Test
    void theThemeIsRemembered(Browser browser) {
        browser.window(1280, 800, "light");
        browser.open("index.html");
        browser.run("localStorage.clear()");
        browser.open("index.html");
        String light = background(browser);
        browser.find(".theme-button").click();
        browser.find(".theme-button").click();
        assertThat(background(browser)).isNotEqualTo(light);
        String dark = background(browser);
        browser.open(CHAPTER);
        assertThat(background(browser)).isEqualTo(dark);
        browser.run("localStorage.clear()");
    }

    @Test
    void theArrowKeysLeadOnAndBack(Browser browser) {
        browser.window(1280, 800, "light");
        browser.open(CHAPTER);
        browser.type(Keys.ARROW_RIGHT);
        await().until(browser::page, "stage03-pool-skeleton.html"::equals);
        browser.type(Keys.ARROW_LEFT);
        await().until(browser::page, CHAPTER::equals);
    }

    private static String background(Browser browser) {
        return (String) browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    /** What the clipboard holds after the copy button of the first such block was pressed. */
    private static String copied(Browser browser, String language) {
        WebElement button = browser.find(".block:has(." + language + ") .copy");
        button.click();
        await().until(button::getText, "Copied"::equals);
        browser.run("document.body.appendChild(document.createElement('textarea')).focus()");
        browser.type(Keys.chord(Keys.CONTROL, "v"));
        return browser.find("textarea").getDomProperty("value");
    }
}
