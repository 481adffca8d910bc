package dev.superbill.payments.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as it is shown. */
@Schema(name = "JournalEntry", examples = """
                {"id": "7a1c0e3b-52d4-5f0e-9a55-0c6f4bb0a7d1", "businessDate": "2026-11-02",
                 "source": "remittance:0193f6c0-7d3e-7a10-9c44-1f2e3d4c5b6a/1", "memo": "Payment", "who": "biller",
                 "postings": [
                  {"account": "clearing", "amountCents": 7260, "claimId": "019a8f0e-7c1d-7000-8000-000000000010",
                   "encounterId": "019a8f0e-7c1d-7000-8000-000000000002",
                   "patientId": "019a8f0e-7c1d-7000-8000-000000000001",
                   "payerId": "019a8f0e-7c1d-7000-8000-000000000003", "reference": "EFT20261102001"},
                  {"account": "ar.payer", "amountCents": -7260, "claimId": "019a8f0e-7c1d-7000-8000-000000000010",
                   "encounterId": "019a8f0e-7c1d-7000-8000-000000000002",
                   "patientId": "019a8f0e-7c1d-7000-8000-000000000001",
                   "payerId": "019a8f0e-7c1d-7000-8000-000000000003", "reference": "EFT20261102001"}]}""")
record EntryView(
        UUID id,
        @Schema(examples = "2026-11-24") LocalDate businessDate,

        @Schema(examples = "remittance:0193f6c0-7d3e-7a10-9c44-1f2e3d4c5b6a/1")
        String source,

        @Schema(examples = "Payment") String memo,
        @Schema(examples = "biller") String who,
        List<PostingView> postings) {

    /**
     * One side.
     *
     * @param amountCents debit positive, credit negative
     */
    record PostingView(
            @Schema(examples = "clearing") String account,
            @Schema(examples = "7260") long amountCents,
            @Nullable UUID claimId,
            @Nullable UUID encounterId,
            @Nullable UUID patientId,
            @Nullable UUID payerId,

            @Schema(examples = "CO-45") @Nullable String reference) {

        static PostingView of(Posting posting) {
            return new PostingView(
                    posting.account().value(),
                    posting.amount().cents(),
                    posting.concern().claimId(),
                    posting.concern().encounterId(),
                    posting.concern().patientId(),
                    posting.concern().payerId(),
                    posting.reference());
        }
    }

    static EntryView of(JournalEntry entry) {
        return new EntryView(
                entry.id(),
                entry.businessDate(),
                entry.source(),
                entry.memo(),
                entry.who(),
                entry.postings().stream().map(PostingView::of).toList());
    }
}
