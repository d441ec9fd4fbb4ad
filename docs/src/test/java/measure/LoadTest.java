package measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ground.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final String WRK = """
            Running 3s test @ http://127.0.0.1:41023/
              1 threads and 16 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency   531.15us  300.93us   9.79ms   95.02%
                Req/Sec    20.11k     1.85k   22.16k    80.65%
              62049 requests in 3.10s, 19.53MB read
            """;
    private static final String RATE = """
            Requests/sec:  20016.13
            Transfer/sec:      6.30MB
            """;

    @Test
    void requestsAndTheirRateAreRead() {
        assertThat(Load.parse((WRK + RATE).lines().toList())).isEqualTo(new Load(62_049, 20_016.13, 0));
    }

    @Test
    void everyKindOfErrorCounts() {
        String errors = "  Socket errors: connect 1, read 20, write 300, timeout 4000\n"
                + "  Non-2xx or 3xx responses: 50000\n";
        assertThat(Load.parse((WRK + errors + RATE).lines().toList()).errors()).isEqualTo(54_321);
    }

    @Test
    void aLoadThatWasCutShortIsRefused() {
        assertThatThrownBy(() -> Load.parse(List.of("Running 3s test @ http://127.0.0.1:41023/")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("wrk counts no requests: Running 3s test");
    }
}
