package dev.superbill.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that the build should have made is not there. */
public final class MissingArtifactException extends IOException {

    static void unless(Path artifact) throws MissingArtifactException {
        if (!Files.exists(artifact)) {
            throw new MissingArtifactException(artifact);
        }
    }

    MissingArtifactException(Path artifact) {
        super(artifact + " is not there: build it with ./mvnw package");
    }
}
