package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.Contact;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Findings;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.Reference;
import dev.superbill.x12.Segment;
import dev.superbill.x12.X12Issue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above a claim: loops 2000A (HL 20), 2000B (HL 22) and 2000C (HL 23), as far as they were read. */
final class Hierarchy {
    private static final int MAX_PARTS = 1_000;

    private final Findings findings = new Findings();
    private Part billing = new Part("85");
    private Part payTo = new Part("87");
    private Part subscriber = new Part("IL");
    private Part payer = new Part("PR");
    private Part patient = new Part("QC");
    private Part open = new Part("");
    private String taxonomy = "";
    private @Nullable Segment sbr;
    private @Nullable Segment pat;
    private boolean inPatient;
    private String loop = "2000A";
    private List<X12Issue> issues = List.of();

    void accept(Segment segment) {
        switch (segment.id()) {
            case "HL" -> level(segment);
            case "PRV" -> taxonomy = segment.element(3);
            case "SBR" -> sbr = segment;
            case "PAT" -> pat = segment;
            case "NM1" -> name(segment);
            case "N3" -> open.address = open.address.withN3(segment);
            case "N4" -> open.address = open.address.withN4(segment);
            case "DMG" -> {
                open.birthDate = findings.in(loop).date(segment, 2);
                open.sex = segment.element(3);
            }
            case "REF" -> {
                if (open.references.size() < MAX_PARTS) {
                    open.references.add(Reference.read(segment));
                }
            }
            case "PER" -> {
                if (open.contacts.size() < MAX_PARTS) {
                    open.contacts.add(Contact.read(segment));
                }
            }
            case "CUR" -> {
                // claims here are in US dollars
            }
            default ->
                findings.in(loop)
                        .add(
                                ClaimSegments.known(segment.id())
                                        ? IssueCode.UNEXPECTED_SEGMENT
                                        : IssueCode.UNKNOWN_SEGMENT,
                                "The guide does not allow this segment here",
                                segment);
        }
    }

    /** Gives what was read to a claim. */
    void fill(ProfessionalClaimBuilder claim, Findings claimFindings) {
        if (billing.name == null) {
            claimFindings.add(missing("NM1*85"));
        }
        if (subscriber.name == null || sbr == null) {
            claimFindings.add(missing("NM1*IL"));
        }
        if (payer.name == null) {
            claimFindings.add(missing("NM1*PR"));
        }
        issues = issues.isEmpty() ? findings.take() : issues;
        issues.forEach(claimFindings::add);
        claim.billingProvider(new BillingProvider(
                billing.nameOrEmpty(),
                taxonomy,
                billing.address,
                billing.references,
                billing.contacts,
                payTo.name == null ? null : payTo.address));
        claim.subscriber(subscriber());
        claim.payer(new Payer(payer.nameOrEmpty(), payer.address, payer.references));
        if (inPatient) {
            claim.patient(new Patient(
                    pat == null ? "" : pat.element(1),
                    patient.nameOrEmpty(),
                    patient.address,
                    patient.birthDate,
                    patient.sex,
                    patient.references));
        }
    }

    private Subscriber subscriber() {
        Segment s = sbr;
        return new Subscriber(
                s == null ? "" : s.element(1),
                s == null ? "" : s.element(2),
                s == null ? "" : s.element(3),
                s == null ? "" : s.element(4),
                s == null ? "" : s.element(5),
                s == null ? "" : s.element(9),
                subscriber.nameOrEmpty(),
                subscriber.address,
                subscriber.birthDate,
                subscriber.sex,
                subscriber.references);
    }

    private void level(Segment hl) {
        issues = List.of();
        switch (hl.element(3)) {
            case "20" -> {
                loop = "2000A";
                taxonomy = "";
                billing = new Part("85");
                payTo = new Part("87");
                toSubscriber();
                open = new Part("");
            }
            case "22" -> {
                loop = "2000B";
                toSubscriber();
                open = new Part("");
            }
            case "23" -> {
                loop = "2000C";
                pat = null;
                patient = new Part("QC");
                inPatient = true;
                open = new Part("");
            }
            default -> findings.in(loop).add(IssueCode.BAD_CODE, "The guide does not know this level", hl, 3);
        }
    }

    private void toSubscriber() {
        sbr = null;
        pat = null;
        inPatient = false;
        subscriber = new Part("IL");
        payer = new Part("PR");
        patient = new Part("QC");
    }

    private void name(Segment nm1) {
        Part part = switch (nm1.element(1)) {
            case "85" -> billing = new Part("85");
            case "87" -> payTo = new Part("87");
            case "IL" -> subscriber = new Part("IL");
            case "PR" -> payer = new Part("PR");
            case "QC" -> patient = new Part("QC");
            // PE, the plan to be paid (2010AC), has no part in our claims
            default -> new Part("");
        };
        part.name = EntityName.read(nm1);
        open = part;
    }

    private static X12Issue missing(String segment) {
        return X12Issue.of(
                        IssueCode.MISSING_SEGMENT,
                        "The claim stands under no " + segment,
                        segment.substring(0, 3),
                        Position.NONE)
                .in("2000");
    }

    private static final class Part {
        private final String entity;
        private final List<Reference> references = new ArrayList<>(1);
        private final List<Contact> contacts = new ArrayList<>(0);
        private @Nullable EntityName name;
        private Address address = Address.NONE;
        private @Nullable LocalDate birthDate;
        private String sex = "";

        Part(String entity) {
            this.entity = entity;
        }

        EntityName nameOrEmpty() {
            return name == null ? EntityName.organization(entity, "", "", "") : name;
        }
    }
}
