package dev.superbill.claims.submission;

import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.submission.partner.TradingPartnerView;
import dev.superbill.claims.submission.partner.UsageIndicator;
import dev.superbill.x12.Contact;
import dev.superbill.x12.Delimiters;
import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.X12Exception;
import dev.superbill.x12.claim.ClaimWriter;
import dev.superbill.x12.claim.Submission;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.Objects;

/** Writes the interchange of a batch: ISA, one GS (HC), its transactions with loops 1000A and 1000B, and the claims. */
final class ClaimsFile {

    private static final AllocatedNumbers TRIAL = new AllocatedNumbers("SENDER", "RECEIVER", 1, 1, 1, 1);

    private final TradingPartnerView partner;
    private final BillingProvider practice;
    private final LocalDateTime created;

    /**
     * A file from a practice to a partner.
     *
     * @param practice with a contact
     * @param created in the practice's zone (ISA09, GS04, BHT04)
     */
    ClaimsFile(TradingPartnerView partner, BillingProvider practice, LocalDateTime created) {
        this.partner = partner;
        this.practice = practice;
        this.created = created;
    }

    /**
     * Writes a claim to nowhere.
     *
     * @throws X12Exception when the claim cannot be written
     */
    void prove(WrittenClaim claim) {
        alone(claim, TRIAL, 1);
    }

    /** A claim in a transaction of its own, with the numbers of the one that it is sent in. */
    String alone(WrittenClaim claim, AllocatedNumbers numbers, int transaction) {
        return ClaimWriter.transaction(submission(numbers, transaction), claim.content(), Delimiters.STANDARD);
    }

    /** Begins the interchange with its first numbers: ISA and GS. */
    Open open(AllocatedNumbers numbers) {
        return new Open(numbers);
    }

    /** The interchange while it is written: only its bytes are kept of the claims. */
    final class Open {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final InterchangeWriter file;
        private final ClaimWriter writer;

        private Open(AllocatedNumbers numbers) {
            InterchangeHeader header = InterchangeHeader.of(
                            partner.submitterId(),
                            partner.receiverId(),
                            created,
                            numbers.interchange(),
                            partner.expectsTa1(),
                            partner.usageIndicator() == UsageIndicator.P)
                    .withQualifiers(partner.submitterQualifier(), partner.receiverQualifier());
            this.file = new InterchangeWriter(bytes, header);
            file.startGroup(FunctionalGroupHeader.of(
                    "HC", partner.submitterId(), partner.receiverId(), created, numbers.group(), ClaimWriter.GUIDE));
            this.writer = new ClaimWriter(file);
        }

        /** ST to the end of loop 1000B. */
        void startTransaction(AllocatedNumbers numbers, int transaction) {
            writer.start(submission(numbers, transaction));
        }

        void add(WrittenClaim claim) {
            writer.claim(claim.content());
        }

        /** Whether the transaction takes no more claims. */
        boolean isFull() {
            return writer.isFull();
        }

        void finishTransaction() {
            writer.finish();
        }

        /** GE and IEA. */
        BuiltFile finish() {
            file.close();
            return new BuiltFile(bytes.toByteArray());
        }
    }

    private Submission submission(AllocatedNumbers numbers, int transaction) {
        var contact = Objects.requireNonNull(practice.contact(), "contact");
        return Submission.of(
                numbers.transactionText(transaction),
                numbers.submission(transaction),
                created,
                X12Text.of(practice.name(), 60),
                partner.submitterId(),
                Contact.telephone("IC", X12Text.of(contact.name(), 60), telephone(contact.phone())),
                X12Text.of(partner.name(), 60),
                partner.receiverId());
    }

    /** PER04 has the digits alone, without the country's and without an extension. */
    static String telephone(String phone) {
        String digits = phone.replaceFirst("(?i)(x|ext|#).*", "").replaceAll("\\D", "");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }
}
