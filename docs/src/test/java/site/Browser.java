package site;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium that shows the rendered site, straight from the file system. */
final class Browser implements AutoCloseable {
    private static final Optional<File> DRIVER = program("chromedriver");
    private static final Optional<File> CHROMIUM = program("chromium", "chromium-browser", "google-chrome");

    /** Selenium warns of a browser that is newer than itself. */
    private static final Logger LOGGER = Logger.getLogger("org.openqa.selenium");

    private static final String AXE = resource("/axe.min.js");

    private final ChromeDriver driver;

    private Browser() {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.WARNING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.orElseThrow());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", console);
        LOGGER.setLevel(Level.SEVERE);
        // With the driver's place, Selenium looks for none, least of all in the network.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.orElseThrow())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Gives tests the one browser, which closes after all of them; without Chromium, skips them. */
    static final class Extension implements ExecutionCondition, ParameterResolver {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return DRIVER.isPresent() && CHROMIUM.isPresent()
                    ? ConditionEvaluationResult.enabled("there is Chromium")
                    : ConditionEvaluationResult.disabled("chromium and chromedriver are not both on the PATH");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(Browser.class, key -> new Browser(), Browser.class);
        }
    }

    private static Optional<File> program(String... names) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    private static String resource(String name) {
        try (InputStream in = Browser.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page of the site, with an anchor if the name has one. */
    void open(String page) {
        driver.get(Rendered.SITE.toUri() + page);
    }

    /** How wide and high a window is, and which theme its system prefers. */
    void window(int width, int height, String theme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        theme(theme);
    }

    private void theme(String theme) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", theme);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** What a script returns in a page that a frame shows, which takes half the work of opening the page. */
    Object runInFrame(String page, int width, String script) {
        driver.executeAsyncScript("""
                const frame = document.createElement("iframe");
                frame.onload = () => arguments[2]();
                frame.style = `border: 0; visibility: hidden; width: ${arguments[1]}px`;
                frame.src = arguments[0];
                document.body.replaceChildren(frame);
                """, page, width);
        driver.switchTo().frame(0);
        Object result = run(script);
        driver.switchTo().defaultContent();
        return result;
    }

    /** What a script returns. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What axe finds wrong in a part of the page, colors aside: the rules, and what breaks them. */
    String violationsBesidesColors(String part) {
        return axe(part, "rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } }");
    }

    /** What axe finds wrong in a part of the page, in the light theme; in the dark one, which words are too faint. */
    String violations(String part) {
        theme("light");
        String light = axe(part, "rules: {}");
        theme("dark");
        String dark = axe(part, "runOnly: ['color-contrast', 'link-in-text-block']");
        theme("light");
        return light + dark;
    }

    private String axe(String part, String rules) {
        if (driver.executeScript("return !window.axe").equals(true)) {
            driver.executeScript(AXE);
        }
        return (String) driver.executeAsyncScript("""
                const done = arguments[1];
                const broken = (rule) => `${rule.id}: ${rule.nodes.map((node) => node.html)}`;
                axe.run(arguments[0], { preload: false, resultTypes: ["violations"], RULES }).then(
                  (found) => done(found.violations.map(broken).join("; ")),
                  (error) => done(String(error)));
                """.replace("RULES", rules), part);
    }

    /** Waits for what the page does by itself. */
    static ConditionFactory await() {
        return Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(1));
    }

    /** Types keys where the focus is. */
    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Moves the mouse there. */
    void point(String selector) {
        new Actions(driver).moveToElement(find(selector)).perform();
    }

    /** Shows the page as it is printed, or as it is on a screen again. */
    void print(boolean isPrinted) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", isPrinted ? "print" : ""));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The file and the anchor of the page that is shown. */
    String page() {
        return driver.getCurrentUrl().replaceFirst(".*/", "");
    }

    /** What the console has said since it was asked last. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
