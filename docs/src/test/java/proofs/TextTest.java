package proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ground.Program;
import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All that the text says is true. */
class TextTest {
    private static Workshop workshop;

    @BeforeAll
    static void open() throws IOException {
        workshop = new Workshop(Repository.find());
    }

    @AfterAll
    static void close() throws IOException {
        workshop.close();
    }

    @TestFactory
    Stream<DynamicTest> theTextIsTrue() {
        List<Proof> proofs = new ArrayList<>(Proofs.of(Repository.find(), workshop));
        Collections.reverse(proofs);
        return proofs.stream()
                .filter(Proof::isWanted)
                // They take longest, above all the last, and mostly wait.
                .sorted(Comparator.comparing(proof -> !(proof.check() instanceof SessionProof)))
                .map(proof -> DynamicTest.dynamicTest(proof.name(), () -> assertTrue(proof)));
    }

    @Test
    void theTextHoldsEveryKindOfBlock() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Document document : Document.all(Repository.find())) {
            document.blocks().forEach(block -> kinds.add(Kind.of(block)));
        }
        assertThat(kinds).containsExactly(Kind.values());
    }

    private static void assertTrue(Proof proof) throws Exception {
        boolean replays = proof.check() instanceof SessionProof || proof.check() instanceof CommandProof;
        assumeTrue(!replays || Program.canReplay(), "there is no sh or no curl");
        boolean needsGit = proof.check() instanceof CommandProof commands && commands.needsGit();
        assumeTrue(!needsGit || Program.hasGit(), "there is no git");
        List<Finding> findings = proof.findings();
        String messages = findings.stream().map(Finding::getMessage).collect(Collectors.joining("\n"));
        assertThat(findings).withFailMessage(messages).isEmpty();
    }
}
