package pictures;

import static org.assertj.core.api.Assertions.assertThat;

import ground.Recording;
import measure.Connections;
import measure.Ratios;
import org.junit.jupiter.api.Test;

/** The shapes of a picture show what the recording says. */
class DrawingTest {
    private static final String ORIGIN = "# 2026-01-31, 8 cores, JDK 17.0.1, a command\n";

    private static final Recording TOUR = Recording.parse(ORIGIN + """
            stage,request,page,event,millis
            stage01-serial,1,/sleep,connected,500
            stage01-serial,1,/sleep,serving,500
            stage01-serial,2,/,connected,1000
            stage01-serial,1,/sleep,answered,2500
            stage01-serial,2,/,serving,2500
            stage01-serial,2,/,answered,2500
            stage03-pool-skeleton,1,/,connected,0
            stage03-pool-skeleton,1,/,never,3600
            stage05-graceful-shutdown,1,/sleep,connected,0
            stage05-graceful-shutdown,1,/sleep,serving,1000
            stage05-graceful-shutdown,1,/sleep,cut,2000
            stage05-graceful-shutdown,2,/,refused,3000
            """);

    @Test
    void aRequestWaitsUntilItIsServedOnOneScaleForAllStages() {
        // The longest stage takes 3.6 s and is 360 wide, from 80 on: a second is 100 wide.
        assertThat(new Timeline("stage01-serial").draw(TOUR)).contains("""
                          <rect class="blue" x="80" y="62" width="200" height="18"/>
                          <text x="290" y="76">2.00 s</text>
                        """, """
                          <rect class="wait" x="130" y="88" width="150" height="18"/>
                          <rect class="blue" x="280" y="88" width="3" height="18"/>
                          <text x="290" y="102">1.50 s</text>
                        """);
    }

    @Test
    void aRequestThatIsNeverServedWaitsToTheEnd() {
        assertThat(new Timeline("stage03-pool-skeleton").draw(TOUR)).contains("""
                          <rect class="wait" x="80" y="62" width="360" height="18"/>
                          <rect class="red" x="440" y="62" width="3" height="18"/>
                          <text x="450" y="76">never answered</text>
                        """);
    }

    @Test
    void aRequestThatIsCutOffWasServedUntilThen() {
        assertThat(new Timeline("stage05-graceful-shutdown").draw(TOUR)).contains("""
                          <rect class="wait" x="80" y="62" width="100" height="18"/>
                          <rect class="blue" x="180" y="62" width="100" height="18"/>
                          <rect class="red" x="280" y="62" width="3" height="18"/>
                          <text x="290" y="76">cut off</text>
                        """, """
                          <rect class="red" x="380" y="88" width="3" height="18"/>
                          <text x="390" y="102">refused</text>
                        """);
    }

    @Test
    void aBarIsAsLongAsItsMedianAndItsLineSpansTheRounds() {
        String rows = ORIGIN + """
                round,connections,server,requests_per_second,microseconds_per_request,errors
                1,16,bare,4000,1,0
                1,16,jdk,1000,1,0
                2,16,bare,1000,1,0
                2,16,jdk,1000,1,0
                3,16,bare,2000,1,0
                3,16,jdk,1000,1,0
                """;
        // The greatest ratio is 4, and 410 wide, from 90 on.
        assertThat(new Bars("a title", Ratios::requests).draw(Recording.parse(rows)))
                .contains("""
                          <rect class="blue" x="90" y="71" width="205" height="13"/>
                          <path class="axis" d="M192.5 77.5 L500 77.5"/>
                          <text x="506" y="83">2.00</text>
                        """);
    }

    @Test
    void aCurveGoesThroughTheMedians() {
        String rows = ORIGIN + """
                round,connections,server,threads,rss_kib
                1,0,stage02,0,1024
                1,100,stage02,100,1024
                1,200,stage02,200,1024
                2,0,stage02,0,1024
                2,100,stage02,50,1024
                2,200,stage02,200,1024
                """;
        assertThat(new Curves("a title", Connections::threads).draw(Recording.parse(rows)))
                .contains(
                        "<path class=\"axis\" d=\"M285 219 L285 168\"/>",
                        "<path class=\"red-line\" d=\"M60 270 L285 193.5 L510 66\"/>");
    }

    @Test
    void anAxisNamesRoundValues() {
        assertThat(new Scale(2_000, 0, 1).ticks()).containsExactly(0.0, 500.0, 1_000.0, 1_500.0, 2_000.0);
        assertThat(new Scale(3.3, 0, 1).ticks()).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(Scale.name(1_500)).isEqualTo("1,500");
        assertThat(Scale.name(0.5)).isEqualTo("0.5");
    }
}
