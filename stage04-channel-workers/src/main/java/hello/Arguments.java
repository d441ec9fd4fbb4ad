package hello;

/**
 * What the command line asks for.
 *
 * @param port the port to listen on, 0 for a free one
 */
record Arguments(int port) {
    private static final String USAGE = "Usage: hello.Main [port]";
    private static final int DEFAULT_PORT = 8080;

    /** @throws StartupException with exit status 2, if an argument is wrong */
    static Arguments parse(String... args) {
        if (args.length > 1) {
            throw wrong("There are too many arguments.");
        }
        long port = args.length > 0 ? number("port", args[0], 0, 65_535) : DEFAULT_PORT;
        return new Arguments((int) port);
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
