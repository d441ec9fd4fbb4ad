package hello;

/**
 * What the command line asks for.
 *
 * @param port the port to listen on, 0 for a free one
 * @param connections how many connections to accept before the server stops
 */
record Arguments(int port, long connections) {
    private static final String USAGE = "Usage: hello.Main [port] [connections]";
    private static final int DEFAULT_PORT = 8080;
    private static final long ALL = Long.MAX_VALUE;

    /** @throws StartupException with exit status 2, if an argument is wrong */
    static Arguments parse(String... args) {
        if (args.length > 2) {
            throw wrong("There are too many arguments.");
        }
        long port = args.length > 0 ? number("port", args[0], 0, 65_535) : DEFAULT_PORT;
        long count = args.length > 1 ? number("connections", args[1], 1, ALL) : ALL;
        return new Arguments((int) port, count);
    }

    private static long number(String name, String given, long min, long max) {
        try {
            long number = Long.parseLong(given);
            if (min <= number && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, like a number out of range.
        }
        String rule = name + " must be a number from " + min + " to " + max;
        String shown = given.replaceAll("\\p{C}", "?");
        throw wrong("The argument " + rule + ", not \"" + shown + "\".");
    }

    private static StartupException wrong(String what) {
        return new StartupException(2, what + " " + USAGE);
    }
}
