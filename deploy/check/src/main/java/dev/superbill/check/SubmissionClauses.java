package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was sent and what came back for it: files with their hashes, and control numbers that are used once. */
final class SubmissionClauses {

    private final Snapshot databases;
    private final Originals originals;
    private final Report report;
    private final Progress progress;
    private final Map<String, String> used = new HashMap<>();

    SubmissionClauses(Snapshot databases, Originals originals, Report report, Progress progress) {
        this.databases = databases;
        this.originals = originals;
        this.report = report;
        this.progress = progress;
    }

    void check() {
        List<StoredFile> files = new ArrayList<>();
        databases.read(
                "claims",
                "select practice_id, id, sha256, bytes from batch where sha256 is not null order by practice_id, id",
                row -> files.add(new StoredFile(
                        row.getString(1),
                        "batch " + row.getString(2),
                        "/batches/" + row.getString(2) + "/x12",
                        row.getString(3),
                        row.getLong(4))));
        databases.read(
                "claims",
                "select practice_id, id, sha256, bytes from acknowledgement order by practice_id, id",
                row -> files.add(new StoredFile(
                        row.getString(1),
                        "acknowledgement " + row.getString(2),
                        "/acknowledgements/" + row.getString(2) + "/x12",
                        row.getString(3),
                        row.getLong(4))));
        int done = 0;
        for (StoredFile file : files) {
            try {
                file.read(originals, report, bytes -> {
                    if (file.subject().startsWith("batch ")) {
                        numbers(file, bytes);
                    }
                });
            } catch (IOException e) {
                throw new CheckException("The file of " + file.subject() + " cannot be read: " + e.getMessage(), e);
            }
            progress.at("batches and acknowledgements", ++done, files.size());
        }
    }

    private void numbers(StoredFile file, InputStream bytes) {
        SegmentReader reader = new SegmentReader(bytes);
        String pair = "";
        for (Segment segment = reader.next(); segment != null; segment = reader.next()) {
            switch (segment.id()) {
                case "ISA" -> {
                    pair = segment.element(6) + " to " + segment.element(8);
                    use(file, pair, "ISA13", segment.element(13));
                }
                case "GS" -> use(file, pair, "GS06", segment.element(6));
                case "ST" -> use(file, pair, "ST02", segment.element(2));
                case "BHT" -> use(file, pair, "BHT03", segment.element(3));
                default -> {
                    // has no number of its own
                }
            }
        }
    }

    private void use(StoredFile file, String pair, String kind, String number) {
        report.looked(Clause.CONTROL_NUMBERS, 1);
        String numeric = number.replaceFirst("^0+(?=.)", "");
        String other = used.putIfAbsent(pair + " " + kind + " " + numeric, file.subject());
        if (other != null) {
            report.add(
                    Clause.CONTROL_NUMBERS,
                    file.practice(),
                    file.subject() + " " + kind + " " + numeric + " from " + pair,
                    "a number that was not used before",
                    "also in " + other);
        }
    }
}
