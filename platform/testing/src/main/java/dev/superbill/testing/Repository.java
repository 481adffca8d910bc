package dev.superbill.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are, whichever module a test runs in. */
public final class Repository {

    private Repository() {}

    /** The folder with {@code platform} and the services. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("platform")) || !Files.isDirectory(folder.resolve("deploy"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Tests run inside the repository");
            }
        }
        return folder;
    }
}
