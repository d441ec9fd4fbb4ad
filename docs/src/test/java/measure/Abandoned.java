package measure;

import ground.Problem;
import ground.Program;

/** A measurement that goes on until it is told to end; it says which process it has started. */
final class Abandoned {
    private Abandoned() {}

    public static void main(String[] args) throws Exception {
        Bench.run("abandoned.csv", bench -> {
            Target bare = Target.bare(bench.repository());
            Program server = bench.serve(bare).program();
            System.out.println("Started " + server.id());
            server.awaitEnd(Long.MAX_VALUE);
            throw new Problem("This is not to be seen");
        });
    }
}
