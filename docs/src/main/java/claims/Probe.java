package claims;

/** Checks whether a claim holds in a program. */
interface Probe {
    Sighting look(Subject subject) throws Exception;
}
