package proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of two tiny stages and one page, for proofs to be tried on. */
record Sample(Path root) {
    static final String PAGE = "docs/stage02-two.md";

    static Sample in(Path root) throws IOException {
        Sample sample = new Sample(root);
        sample.write("stage01-one/src/main/java/hello/Main.java", program("one"));
        sample.write("stage02-two/src/main/java/hello/Main.java", program("two"));
        sample.write("docs/steps/stage02-two/1-broken/Main.java", program("no").replace(';', ' '));
        sample.write("docs/steps/stage02-two/2-works/Main.java", program("yes"));
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

    /** Makes the page a heading and these lines; the first of them is line 3. */
    Sample page(String... lines) throws IOException {
        return write(PAGE, "# Two\n\n" + String.join("\n", lines) + "\n");
    }

    /** What all proofs complain of. */
    List<String> complaints() throws Exception {
        List<String> complaints = new ArrayList<>();
        try (Workshop workshop = new Workshop(repository())) {
            for (Proof proof : Proofs.of(repository(), workshop)) {
                proof.findings().forEach(finding -> complaints.add(finding.message()));
            }
        }
        return complaints;
    }

    /** What the one proof of that kind complains of. */
    String complaint(Class<? extends Proof> kind) throws Exception {
        try (Workshop workshop = new Workshop(repository())) {
            for (Proof proof : Proofs.of(repository(), workshop)) {
                if (kind.isInstance(proof)) {
                    List<Finding> findings = proof.findings();
                    if (!findings.isEmpty()) {
                        return findings.get(0).message();
                    }
                }
            }
        } catch (Refusal refusal) {
            return refusal.getMessage();
        }
        return "";
    }
}
