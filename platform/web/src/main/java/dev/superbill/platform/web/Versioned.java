package dev.superbill.platform.web;

import java.util.UUID;

/** What callers see of an aggregate: it has an id, which is the end of its address, and a version, which is its ETag. */
public interface Versioned {

    UUID id();

    /** From 0; grows with each change. */
    long version();
}
