package claims;

/** Looks whether a claim holds in a stage. */
interface Probe {
    Sighting look(Stage stage) throws Exception;
}
