package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Dates;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Findings;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.QualifiedQuantity;
import dev.superbill.x12.Reference;
import dev.superbill.x12.Segment;
import dev.superbill.x12.TransactionHeader;
import dev.superbill.x12.X12Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link ClaimAcknowledgement} together: 2000A to 2220D. */
final class ClaimStatusAssembly {
    // an 837 has at most 5,000 claims; an answer to it must not fill the memory
    private static final int MAX_CLAIMS = 100_000;
    private static final int MAX_PARTS = 1_000;

    private final Findings findings = new Findings();
    private final List<ClaimAcknowledgement.ProviderStatus> providers = new ArrayList<>();
    private @Nullable Segment bht;
    private EntityName source = EntityName.organization("PR", "", "", "");
    private String sourceTrace = "";
    private @Nullable LocalDate received;
    private @Nullable LocalDate processed;
    private EntityName receiver = EntityName.organization("41", "", "", "");
    private ClaimAcknowledgement.Level batch = ClaimAcknowledgement.Level.NONE;
    private String at = "";
    private Node node = new Node();
    private @Nullable EntityName provider;
    private ClaimAcknowledgement.Level providerLevel = ClaimAcknowledgement.Level.NONE;
    private List<ClaimAcknowledgement.ClaimStatus> claims = new ArrayList<>();
    private @Nullable EntityName patient;
    private boolean inClaim;
    private int count;

    /** Takes a segment; false for the first one that does not belong to the acknowledgement. */
    boolean accept(Segment segment) {
        if (AcknowledgementReader.ends(segment.id())) {
            return false;
        }
        switch (segment.id()) {
            case "BHT" -> bht = segment;
            case "HL" -> level(segment);
            case "NM1" -> name(segment);
            case "TRN" -> trace(segment);
            case "STC" -> node.add(Status.read(segment, findings));
            case "REF" -> node.add(Reference.read(segment));
            case "DTP" -> date(segment);
            case "QTY" -> node.add(QualifiedQuantity.read(segment, findings));
            case "AMT" -> node.add(QualifiedAmount.read(segment, findings));
            case "SVC" -> node.line(segment, findings);
            case "PER" -> {
                // how to reach the sender is not held
            }
            default -> findings.add(IssueCode.UNKNOWN_SEGMENT, "The guide does not know this segment", segment);
        }
        return true;
    }

    ClaimAcknowledgement finish(int ordinal, @Nullable InterchangeHeader interchange, TransactionHeader transaction) {
        closeLevel();
        closeProvider();
        Segment s = bht;
        if (s == null) {
            findings.add(X12Issue.of(
                    IssueCode.MISSING_SEGMENT, "The transaction has no BHT", "BHT", transaction.position()));
        }
        LocalDate date = s == null ? null : findings.date(s, 4);
        LocalTime time = s == null ? null : Dates.parseTime(s.element(5));
        LocalDateTime created = date == null ? null : date.atTime(time == null ? LocalTime.MIDNIGHT : time);
        return new ClaimAcknowledgement(
                transaction.position(),
                ordinal,
                interchange,
                transaction.controlNumber(),
                s == null ? "" : s.element(3),
                created,
                source,
                sourceTrace,
                received,
                processed,
                receiver,
                batch,
                providers,
                findings.take());
    }

    private void level(Segment hl) {
        closeLevel();
        at = hl.element(3);
        switch (at) {
            case "20", "21", "PT", "22", "23" -> {
                // 22 and 23 are how a subscriber and a dependent stand in old files
            }
            case "19" -> closeProvider();
            default -> findings.add(IssueCode.BAD_CODE, "The guide does not know this level", hl, 3);
        }
    }

    private void name(Segment nm1) {
        EntityName name = EntityName.read(nm1);
        switch (at) {
            case "20" -> source = name;
            case "21" -> receiver = name;
            case "19" -> provider = name;
            default -> patient = name;
        }
    }

    private void trace(Segment trn) {
        switch (at) {
            case "20" -> sourceTrace = trn.element(2);
            case "21", "19" -> node.trace = trn.element(2);
            default -> {
                closeClaim();
                inClaim = true;
                node.position = trn.position();
                node.trace = trn.element(2);
            }
        }
    }

    private void date(Segment dtp) {
        QualifiedDate date = QualifiedDate.readDtp(dtp, findings);
        if (date == null) {
            return;
        }
        if (at.equals("20")) {
            if (date.qualifier().equals("050")) {
                received = date.from();
            } else if (date.qualifier().equals("009")) {
                processed = date.from();
            }
        } else {
            node.add(date);
        }
    }

    private void closeLevel() {
        switch (at) {
            case "" -> {
                // before the first level
            }
            case "20" -> node = new Node();
            case "21" -> {
                batch = node.level();
                node = new Node();
            }
            case "19" -> {
                providerLevel = node.level();
                node = new Node();
            }
            default -> {
                closeClaim();
                patient = null;
            }
        }
    }

    private void closeClaim() {
        if (inClaim && ++count <= MAX_CLAIMS) {
            EntityName who = patient == null ? EntityName.person("QC", "", "", "", "") : patient;
            claims.add(node.claim(who));
        }
        node = new Node();
        inClaim = false;
    }

    private void closeProvider() {
        if (provider != null || !claims.isEmpty()) {
            EntityName who = provider == null ? EntityName.organization("85", "", "", "") : provider;
            providers.add(new ClaimAcknowledgement.ProviderStatus(who, providerLevel, claims));
        }
        provider = null;
        providerLevel = ClaimAcknowledgement.Level.NONE;
        claims = new ArrayList<>();
    }

    /** What is said at one level; once lines have begun, of the line. */
    private static final class Node {
        private Position position = Position.NONE;
        private String trace = "";
        private final List<Status> statuses = new ArrayList<>(1);
        private final List<Reference> references = new ArrayList<>(1);
        private final List<QualifiedDate> dates = new ArrayList<>(1);
        private final List<QualifiedQuantity> quantities = new ArrayList<>(0);
        private final List<QualifiedAmount> amounts = new ArrayList<>(0);
        private final List<ClaimAcknowledgement.LineStatus> lines = new ArrayList<>(0);
        private @Nullable Line line;

        void add(Status status) {
            put(line == null ? statuses : line.statuses, status);
        }

        void add(Reference reference) {
            put(line == null ? references : line.references, reference);
        }

        void add(QualifiedDate date) {
            put(line == null ? dates : line.dates, date);
        }

        void add(QualifiedQuantity quantity) {
            put(quantities, quantity);
        }

        void add(QualifiedAmount amount) {
            put(amounts, amount);
        }

        void line(Segment svc, Findings findings) {
            closeLine();
            line = new Line(svc, findings.amount(svc, 2), findings.number(svc, 7));
        }

        ClaimAcknowledgement.Level level() {
            return new ClaimAcknowledgement.Level(trace, statuses, references, quantities, amounts);
        }

        ClaimAcknowledgement.ClaimStatus claim(EntityName patient) {
            closeLine();
            return new ClaimAcknowledgement.ClaimStatus(position, patient, trace, statuses, references, dates, lines);
        }

        private void closeLine() {
            if (line != null) {
                put(lines, line.finish());
                line = null;
            }
        }

        private static <T> void put(List<T> list, T part) {
            if (list.size() < MAX_PARTS) {
                list.add(part);
            }
        }
    }

    private static final class Line {
        private final Segment svc;
        private final long chargeCents;
        private final @Nullable BigDecimal units;
        private final List<Status> statuses = new ArrayList<>(1);
        private final List<Reference> references = new ArrayList<>(1);
        private final List<QualifiedDate> dates = new ArrayList<>(1);

        Line(Segment svc, long chargeCents, @Nullable BigDecimal units) {
            this.svc = svc;
            this.chargeCents = chargeCents;
            this.units = units;
        }

        ClaimAcknowledgement.LineStatus finish() {
            return new ClaimAcknowledgement.LineStatus(
                    svc.position(),
                    Procedure.read(svc, 1),
                    chargeCents,
                    svc.element(4),
                    units,
                    statuses,
                    references,
                    dates);
        }
    }
}
