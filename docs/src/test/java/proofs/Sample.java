package proofs;

import ground.Repository;
import ground.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of two tiny stages and one page, to try the proofs on. */
record Sample(Path root) {
    static final String PAGE = "docs/stage02-two.md";

    static Sample in(Path root) throws IOException {
        Sample sample = new Sample(root);
        sample.write("pom.xml", "<module>stage01-one</module><module>stage02-two</module>");
        sample.write("stage01-one/src/main/java/hello/Main.java", program("one"));
        sample.write("stage02-two/src/main/java/hello/Main.java", program("two"));
        sample.write("docs/exercises/01-works/start/Main.java", program("yes"));
        return sample;
    }

    private static String program(String word) {
        return """
                package hello;

                final class Main {
                    public static void main(String[] args) {
                        System.out.println("WORD");
                    }
                }
                """.replace("WORD", word);
    }

    Repository repository() {
        return new Repository(root);
    }

    Sample write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
        return this;
    }

    /** Writes the page: a heading and these lines, of which the first is line 3. */
    Sample page(String... lines) throws IOException {
        return write(PAGE, "# Two\n\n" + String.join("\n", lines) + "\n");
    }

    /** What all proofs complain of. */
    List<String> complaints() throws Exception {
        return complaints(Proof.Check.class);
    }

    String complaint(Class<? extends Proof.Check> kind) throws Exception {
        return String.join("\n", complaints(kind));
    }

    /** What the proofs of that kind complain of. */
    private List<String> complaints(Class<? extends Proof.Check> kind) throws Exception {
        List<String> complaints = new ArrayList<>();
        try (Workshop workshop = new Workshop(repository())) {
            for (Proof proof : Proofs.of(repository(), workshop)) {
                if (kind.isInstance(proof.check())) {
                    proof.findings().forEach(finding -> complaints.add(finding.getMessage()));
                }
            }
        }
        return complaints;
    }
}
