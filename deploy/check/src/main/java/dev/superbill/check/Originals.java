package dev.superbill.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Where stored files come from: the public interface, which alone can decrypt them. */
public interface Originals {

    /** The practices for which files can be asked. */
    Set<String> practices();

    /**
     * The bytes of a file.
     *
     * @param path below {@code /api/v1}, such as {@code /remittances/{id}/file}
     * @throws CheckException when the answer is none
     */
    InputStream open(String practice, String path) throws IOException;
}
