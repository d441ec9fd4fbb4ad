package measure;

import ground.Problem;
import ground.Program;

/** A measurement that runs until it is told to end; it prints the id of the process it has started. */
final class Abandoned {
    private Abandoned() {}

    public static void main(String[] args) throws Exception {
        Bench.run("abandoned.csv", bench -> {
            Target bare = Target.bare(bench.repository());
            Program server = bench.serve(bare).program();
            System.out.println("Started " + server.id());
            server.awaitEnd(Long.MAX_VALUE);
            throw new Problem("Nobody should ever see this");
        });
    }
}
