package dev.superbill.x12.remittance;

import dev.superbill.x12.Address;
import dev.superbill.x12.Contact;
import dev.superbill.x12.Findings;
import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.Reference;
import dev.superbill.x12.Segment;
import dev.superbill.x12.TransactionHeader;
import dev.superbill.x12.X12Issue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link RemittanceStart} together: header, loops 1000A and 1000B. */
final class HeaderAssembly {
    // no guide has more; what comes past it is a fault and must not fill the memory
    private static final int MAX_PARTS = 1_000;

    private final Findings findings;
    private final List<Reference> references = new ArrayList<>(2);
    private @Nullable Payment payment;
    private @Nullable Trace trace;
    private @Nullable LocalDate productionDate;
    private @Nullable Party payer;
    private @Nullable Party payee;
    private @Nullable PartyAssembly party;

    HeaderAssembly(Findings findings) {
        this.findings = findings;
    }

    /** Takes a segment; false for the first one that does not belong to the header. */
    boolean accept(Segment segment) {
        PartyAssembly open = party;
        switch (segment.id()) {
            case "BPR" -> payment = payment(segment);
            case "TRN" ->
                trace = new Trace(segment.position(), segment.element(2), segment.element(3), segment.element(4));
            case "DTM" -> {
                if (segment.is("DTM", "405")) {
                    productionDate = findings.date(segment, 2);
                }
            }
            case "REF" -> {
                List<Reference> target = open == null ? references : open.references;
                if (target.size() < MAX_PARTS) {
                    target.add(Reference.read(segment));
                }
            }
            case "N1" -> {
                close();
                party = new PartyAssembly(segment);
            }
            case "N3" -> {
                if (open != null) {
                    open.address = open.address.withN3(segment);
                }
            }
            case "N4" -> {
                if (open != null) {
                    open.address = open.address.withN4(segment);
                }
            }
            case "PER" -> {
                if (open != null && open.contacts.size() < MAX_PARTS) {
                    open.contacts.add(Contact.read(segment));
                }
            }
            case "CUR", "N2", "RDM", "NTE" -> {
                // say nothing that is posted or shown
            }
            case "LX", "CLP", "PLB", "SE", "ST", "GE", "GS", "IEA", "ISA" -> {
                return false;
            }
            default ->
                findings.add(
                        RemittanceSegments.known(segment.id())
                                ? IssueCode.UNEXPECTED_SEGMENT
                                : IssueCode.UNKNOWN_SEGMENT,
                        "The guide does not know this segment in the header",
                        segment);
        }
        return true;
    }

    RemittanceStart finish(
            int ordinal,
            @Nullable InterchangeHeader interchange,
            @Nullable FunctionalGroupHeader group,
            TransactionHeader transaction) {
        close();
        Position at = transaction.position();
        if (payment == null) {
            findings.add(X12Issue.of(IssueCode.MISSING_SEGMENT, "The transaction has no BPR", "BPR", at)
                    .in("HEADER"));
        }
        if (trace == null) {
            findings.add(X12Issue.of(IssueCode.MISSING_SEGMENT, "The transaction has no TRN", "TRN", at)
                    .in("HEADER"));
        }
        return new RemittanceStart(
                ordinal,
                interchange,
                group,
                transaction,
                payment,
                trace,
                references,
                productionDate,
                payer,
                payee,
                findings.take());
    }

    private Payment payment(Segment bpr) {
        return new Payment(
                bpr.position(),
                bpr.code(1),
                findings.amount(bpr, 2),
                bpr.code(3),
                bpr.code(4),
                bpr.code(5),
                account(bpr, 6),
                bpr.element(10),
                bpr.element(11),
                account(bpr, 12),
                findings.date(bpr, 16));
    }

    private static Payment.@Nullable BankAccount account(Segment bpr, int first) {
        Payment.BankAccount account = new Payment.BankAccount(
                bpr.element(first), bpr.element(first + 1), bpr.element(first + 2), bpr.element(first + 3));
        return account.equals(new Payment.BankAccount("", "", "", "")) ? null : account;
    }

    private void close() {
        PartyAssembly open = party;
        if (open == null) {
            return;
        }
        Party whole = open.finish();
        if (whole.entity().equals("PR")) {
            payer = whole;
        } else if (whole.entity().equals("PE")) {
            payee = whole;
        }
        party = null;
    }

    private static final class PartyAssembly {
        private final Segment n1;
        private final List<Reference> references = new ArrayList<>(1);
        private final List<Contact> contacts = new ArrayList<>(1);
        private Address address = Address.NONE;

        PartyAssembly(Segment n1) {
            this.n1 = n1;
        }

        Party finish() {
            return new Party(
                    n1.position(), n1.code(1), n1.element(2), n1.code(3), n1.element(4), address, references, contacts);
        }
    }
}
