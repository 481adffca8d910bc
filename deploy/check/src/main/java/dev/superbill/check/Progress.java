package dev.superbill.check;

/** Told how far a long check has come. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (what, done, all) -> {};

    /** So many of all are done. */
    void at(String what, int done, int all);
}
