package dev.superbill.x12;

import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/** Whole files for tests. */
public final class Files {
    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 11, 24, 9, 30);

    private Files() {}

    /** One interchange with one group. */
    public static byte[] of(String functionalIdentifier, String guide, Consumer<InterchangeWriter> body) {
        return of(functionalIdentifier, guide, Delimiters.STANDARD, false, body);
    }

    public static byte[] of(
            String functionalIdentifier,
            String guide,
            Delimiters delimiters,
            boolean lineBreaks,
            Consumer<InterchangeWriter> body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InterchangeHeader isa = InterchangeHeader.of("SUBMITTER", "RECEIVER", CREATED, 1, false, false)
                .withDelimiters(delimiters);
        try (InterchangeWriter file = new InterchangeWriter(bytes, isa, lineBreaks)) {
            file.startGroup(FunctionalGroupHeader.of(functionalIdentifier, "SUBMITTER", "RECEIVER", CREATED, 1, guide));
            body.accept(file);
        }
        return bytes.toByteArray();
    }
}
