package dev.superbill.local.part;

import java.io.IOException;
import java.nio.file.Path;

/** Something that the build should have made is not there. */
public final class MissingArtifactException extends IOException {

    MissingArtifactException(Path artifact) {
        super(artifact + " is not there: build it with ./mvnw package");
    }
}
