package pictures;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Repository;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PicturesTest {
    private static final Repository REPOSITORY = Repository.find();
    private static final String REDRAW = "mvn -q compile && java -cp docs/target/classes pictures.Pictures";

    @TestFactory
    Stream<DynamicTest> aPictureShowsItsRecording() {
        return Pictures.draw(REPOSITORY).entrySet().stream()
                .map(picture -> DynamicTest.dynamicTest(
                        picture.getKey(),
                        () -> assertThat(REPOSITORY.read(picture.getKey()))
                                .as("to draw it anew: " + REDRAW)
                                .isEqualTo(picture.getValue())));
    }

    @Test
    void theTablesOfTheTextShowTheRecordings() {
        String page = REPOSITORY.read(Pictures.PAGE);
        assertThat(Pictures.tables(REPOSITORY, page))
                .as("to renew them: " + REDRAW)
                .isEqualTo(page);
    }

    @TestFactory
    Stream<DynamicTest> noLabelIsCutOff() {
        return Pictures.draw(REPOSITORY).entrySet().stream()
                .map(picture -> DynamicTest.dynamicTest(
                        picture.getKey(),
                        () -> assertThat(cutOff(picture.getValue())).isEmpty()));
    }

    @Test
    void aLabelThatIsTooLongOrTooLowIsFound() throws Exception {
        String svg = new Svg(100, "a sample")
                .text("start", 10, 20, "it fits")
                .text("end", 10, 20, "left")
                .text("middle", Svg.WIDTH - 10, 20, "right")
                .text("start", 10, 99, "low")
                .toString();
        assertThat(cutOff(svg)).containsExactly("left", "right", "low");
    }

    /** The labels that reach beyond the edge in a usual font. */
    private static List<String> cutOff(String svg) throws Exception {
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        double height = number(picture.getDocumentElement(), "height");
        NodeList texts = picture.getElementsByTagName("text");
        List<String> cutOff = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            boolean isSmall = text.getAttribute("class").equals("small");
            double width = text.getTextContent().length() * (isSmall ? 6 : 7.5);
            double left = number(text, "x")
                    - switch (text.getAttribute("text-anchor")) {
                        case "end" -> width;
                        case "middle" -> width / 2;
                        default -> 0;
                    };
            double bottom = number(text, "y") + 4;
            if (left < 0 || left + width > Svg.WIDTH || bottom > height) {
                cutOff.add(text.getTextContent());
            }
        }
        return cutOff;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
