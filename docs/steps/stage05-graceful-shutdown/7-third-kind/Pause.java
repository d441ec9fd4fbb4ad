package hello;

/** The worker that takes this message has a rest. */
record Pause() implements Message {}
