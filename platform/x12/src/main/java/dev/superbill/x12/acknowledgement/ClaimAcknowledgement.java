package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.EntityName;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.QualifiedQuantity;
import dev.superbill.x12.Reference;
import dev.superbill.x12.X12Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 277CA (005010X214), the claim acknowledgment.
 *
 * @param position where its ST stands
 * @param ordinal of the transaction in the file, from 1
 * @param interchange the ISA that carries this answer; null when it is to be written
 * @param controlNumber ST02
 * @param reference BHT03, the sender's own reference
 * @param created BHT04, BHT05; null when unreadable
 * @param source 2100A: NM1*PR a payer, NM1*AY a clearinghouse; tells the hop
 * @param sourceTrace TRN02 of 2200A
 * @param received DTP*050 of 2200A; null when absent
 * @param processed DTP*009 of 2200A; null when absent
 * @param receiver 2100B: NM1*41, us
 * @param batch 2200B, the whole transaction; its trace is the BHT03 of our 837
 * @param providers 2000C
 * @param issues of this 277CA itself
 */
public record ClaimAcknowledgement(
        Position position,
        int ordinal,
        @Nullable InterchangeHeader interchange,
        String controlNumber,
        String reference,
        @Nullable LocalDateTime created,
        EntityName source,
        String sourceTrace,
        @Nullable LocalDate received,
        @Nullable LocalDate processed,
        EntityName receiver,
        Level batch,
        List<ProviderStatus> providers,
        List<X12Issue> issues)
        implements Acknowledgement {

    /** Copies the lists. */
    public ClaimAcknowledgement {
        providers = List.copyOf(providers);
        issues = List.copyOf(issues);
    }

    /** All claims of all providers, in file order. */
    public List<ClaimStatus> claims() {
        return providers.stream()
                .flatMap(provider -> provider.claims().stream())
                .toList();
    }

    /**
     * 2200B or 2200C: what is said of the batch or of a provider.
     *
     * @param trace TRN02
     * @param statuses STC
     * @param references REF
     * @param quantities QTY: {@code 90} accepted, {@code AA} rejected; {@code QA}, {@code QC} for a provider
     * @param amounts AMT: {@code YU} accepted, {@code YY} rejected
     */
    public record Level(
            String trace,
            List<Status> statuses,
            List<Reference> references,
            List<QualifiedQuantity> quantities,
            List<QualifiedAmount> amounts) {
        /** Nothing is said. */
        public static final Level NONE = new Level("", List.of(), List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Level {
            statuses = List.copyOf(statuses);
            references = List.copyOf(references);
            quantities = List.copyOf(quantities);
            amounts = List.copyOf(amounts);
        }

        /** Whether everything below is rejected. */
        public boolean rejects() {
            return statuses.stream().anyMatch(Status::rejects);
        }
    }

    /**
     * 2000C.
     *
     * @param provider NM1*85
     * @param level 2200C
     * @param claims 2000D
     */
    public record ProviderStatus(EntityName provider, Level level, List<ClaimStatus> claims) {
        /** Copies the list. */
        public ProviderStatus {
            claims = List.copyOf(claims);
        }
    }

    /**
     * 2000D with 2200D.
     *
     * @param position where its TRN stands
     * @param patient NM1*QC
     * @param trace TRN02, our patient control number (CLM01)
     * @param statuses STC
     * @param references REF: {@code 1K} the payer's control number, {@code D9} the clearinghouse's
     * @param dates DTP: {@code 472} service
     * @param lines 2220D
     */
    public record ClaimStatus(
            Position position,
            EntityName patient,
            String trace,
            List<Status> statuses,
            List<Reference> references,
            List<QualifiedDate> dates,
            List<LineStatus> lines) {
        /** Copies the lists. */
        public ClaimStatus {
            statuses = List.copyOf(statuses);
            references = List.copyOf(references);
            dates = List.copyOf(dates);
            lines = List.copyOf(lines);
        }

        /** Whether the claim is rejected: by its own status or by that of a line. */
        public boolean rejects() {
            return statuses.stream().anyMatch(Status::rejects)
                    || lines.stream().anyMatch(line -> line.statuses().stream().anyMatch(Status::rejects));
        }

        /** REF*1K; empty when absent. */
        public String payerControlNumber() {
            return Reference.find(references, "1K");
        }
    }

    /**
     * 2220D.
     *
     * @param position where its SVC stands
     * @param procedure SVC01
     * @param chargeCents SVC02
     * @param revenueCode SVC04
     * @param units SVC07; null when absent
     * @param statuses STC
     * @param references REF: {@code FJ} our line control number
     * @param dates DTP: {@code 472} service
     */
    public record LineStatus(
            Position position,
            Procedure procedure,
            long chargeCents,
            String revenueCode,
            @Nullable BigDecimal units,
            List<Status> statuses,
            List<Reference> references,
            List<QualifiedDate> dates) {
        /** Copies the lists. */
        public LineStatus {
            statuses = List.copyOf(statuses);
            references = List.copyOf(references);
            dates = List.copyOf(dates);
        }
    }
}
