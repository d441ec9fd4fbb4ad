package site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchDataTest {
    @Test
    void eachSectionHasItsAddressAndItsWordsApartFromItsCode() {
        Page page = Page.of("a.html", "A", Page.Group.FURTHER, """
                <h1 id="a">A</h1><p>First.</p>
                <h2 id="b">B &amp; "C"</h2><p>Second.</p><pre><code>int a;
                  b\\n</code></pre>
                <h3 id="c">Empty</h3>
                <h3 id="d">D</h3><p data-nosearch>hidden</p><div><p>Third</p><p data-nosearch>hidden</p></div>""");
        assertThat(SearchData.of(List.of(page))).isEqualTo("""
                [
                ["A","a.html","A","First.",""],
                ["A","a.html#b","B & \\"C\\"","Second.","int a;\\n  b\\\\n"],
                ["A","a.html#d","D","Third",""]
                ]
                """);
    }
}
