package dev.superbill.x12.claim;

import dev.superbill.x12.Delimiters;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.SegmentWriter;
import dev.superbill.x12.X12Exception;
import dev.superbill.x12.X12Issue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes 837P transactions (005010X222A1) into an open group: {@link #start}, {@link #claim} for each claim,
 * {@link #finish}. Streams: nothing is kept. It numbers the hierarchy: claims that follow each other under the same billing
 * provider share its HL 20, claims of the same subscriber, payer and patient their HL 22 and 23.
 */
public final class ClaimWriter {
    /** GS08 and ST03 of the guide. */
    public static final String GUIDE = "005010X222A1";

    private final InterchangeWriter file;
    private @Nullable ClaimBody body;
    private @Nullable SegmentWriter out;
    private int claims;

    /** Writes into the file, whose group (GS01 HC) must be open. */
    public ClaimWriter(InterchangeWriter file) {
        this.file = file;
    }

    /** Writes ST to the end of loop 1000B. */
    public void start(Submission submission) {
        SegmentWriter segments = file.startTransaction("837", submission.controlNumber(), GUIDE);
        out = segments;
        body = new ClaimBody(segments);
        body.start(submission);
        claims = 0;
    }

    /**
     * Writes a claim.
     *
     * @throws X12Exception when it breaks a rule of the guide ({@link ClaimRules}), holds what cannot be written, or would
     *     be the 5,001st of its transaction; nothing of the claim is in the file then
     */
    public void claim(ProfessionalClaim claim) {
        ClaimBody open = body;
        SegmentWriter segments = out;
        if (open == null || segments == null) {
            throw new IllegalStateException("no transaction was started");
        }
        if (isFull()) {
            throw new X12Exception(new X12Issue(
                    IssueCode.TOO_MANY,
                    "A transaction holds at most " + ClaimRules.MAX_CLAIMS + " claims",
                    "CLM",
                    Position.NONE,
                    0,
                    "",
                    "2300"));
        }
        List<X12Issue> broken = ClaimRules.check(claim);
        if (!broken.isEmpty()) {
            throw new X12Exception(broken);
        }
        ClaimBody.Level before = open.level();
        segments.mark();
        try {
            open.claim(claim);
            segments.commit();
            claims++;
        } catch (X12Exception refused) {
            segments.rollback();
            open.restore(before);
            throw refused;
        }
    }

    /** Whether the transaction holds as many claims as it may; the next one needs a transaction of its own. */
    public boolean isFull() {
        return claims >= ClaimRules.MAX_CLAIMS;
    }

    /** How many claims the open transaction has. */
    public int claims() {
        return claims;
    }

    /** Writes the SE. */
    public void finish() {
        file.endTransaction();
        body = null;
        out = null;
    }

    /**
     * One claim in a transaction of its own, ST to SE, with a line break after each segment: for people and for the
     * record.
     *
     * @throws X12Exception when the claim breaks a rule of the guide or holds what cannot be written
     */
    public static String transaction(Submission submission, ProfessionalClaim claim, Delimiters delimiters) {
        List<X12Issue> broken = ClaimRules.check(claim);
        if (!broken.isEmpty()) {
            throw new X12Exception(broken);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SegmentWriter segments = new SegmentWriter(bytes, delimiters, true);
        segments.start("ST")
                .add("837")
                .add(submission.controlNumber())
                .add(GUIDE)
                .end();
        ClaimBody body = new ClaimBody(segments);
        body.start(submission);
        body.claim(claim);
        segments.start("SE").number(segments.transactionSegments() + 1);
        segments.add(submission.controlNumber()).end();
        segments.flush();
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
