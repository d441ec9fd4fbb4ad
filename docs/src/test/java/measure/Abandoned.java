package measure;

import proofs.Refusal;

/** A measurement that goes on until it is told to end; it says which process it has started. */
final class Abandoned {
    private Abandoned() {}

    public static void main(String[] args) throws Exception {
        Bench.run("abandoned.csv", bench -> {
            Target bare = Target.bare(bench.repository());
            System.out.println("Started " + bench.serve(bare).id());
            bench.start(bare.command()).awaitEnd(Long.MAX_VALUE);
            throw new Refusal("This is not to be seen");
        });
    }
}
