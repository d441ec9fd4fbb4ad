package hello;

/** For whom a job is done. */
enum Kind {
    VISITOR,
    ROBOT
}
