package dev.superbill.bench;

import java.io.InputStream;

/** One way to read an X12 file from its first byte to its last. */
interface Reading {

    /**
     * Reads the file and looks at everything in it.
     *
     * @return how much was seen, so that nothing of the work can be left out
     */
    long read(InputStream file) throws Exception;
}
