package dev.superbill.x12.claim;

import dev.superbill.x12.Position;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.Reference;
import dev.superbill.x12.X12Issue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ProfessionalClaim}: billing provider, subscriber, payer, number, charge and place are required. */
public final class ProfessionalClaimBuilder {
    private final List<QualifiedDate> dates = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<QualifiedAmount> amounts = new ArrayList<>();
    private final List<Diagnosis> diagnoses = new ArrayList<>();
    private final List<Provider> providers = new ArrayList<>();
    private final List<OtherPayer> otherPayers = new ArrayList<>();
    private final List<ServiceLine> lines = new ArrayList<>();
    private Position position = Position.NONE;
    private @Nullable BillingProvider billingProvider;
    private @Nullable Subscriber subscriber;
    private @Nullable Payer payer;
    private @Nullable Patient patient;
    private String patientControlNumber = "";
    private long chargeCents;
    private String placeOfService = "11";
    private String frequency = "1";
    private ProfessionalClaim.Terms terms = ProfessionalClaim.Terms.USUAL;
    private ProfessionalClaim.@Nullable Cause cause;
    private String delayReason = "";
    private @Nullable Note note;
    private List<X12Issue> issues = List.of();

    ProfessionalClaimBuilder() {}

    ProfessionalClaimBuilder at(Position where) {
        position = where;
        return this;
    }

    ProfessionalClaimBuilder issues(List<X12Issue> found) {
        issues = found;
        return this;
    }

    /** 2000A. */
    public ProfessionalClaimBuilder billingProvider(BillingProvider provider) {
        billingProvider = provider;
        return this;
    }

    /** 2000B. */
    public ProfessionalClaimBuilder subscriber(Subscriber person) {
        subscriber = person;
        return this;
    }

    /** 2010BB. */
    public ProfessionalClaimBuilder payer(Payer insurer) {
        payer = insurer;
        return this;
    }

    /** 2000C, only when the patient is not the subscriber. */
    public ProfessionalClaimBuilder patient(@Nullable Patient person) {
        patient = person;
        return this;
    }

    /** CLM01. */
    public ProfessionalClaimBuilder patientControlNumber(String number) {
        patientControlNumber = number;
        return this;
    }

    /** CLM02 in cents. */
    public ProfessionalClaimBuilder chargeCents(long cents) {
        chargeCents = cents;
        return this;
    }

    /** CLM05-1. */
    public ProfessionalClaimBuilder placeOfService(String code) {
        placeOfService = code;
        return this;
    }

    /** CLM05-3: 1, 7 or 8; the latter two ask for {@code reference("F8", payer control number)}. */
    public ProfessionalClaimBuilder frequency(String code) {
        frequency = code;
        return this;
    }

    /** CLM06 to CLM10. */
    public ProfessionalClaimBuilder terms(ProfessionalClaim.Terms agreed) {
        terms = agreed;
        return this;
    }

    /** CLM11. */
    public ProfessionalClaimBuilder cause(ProfessionalClaim.@Nullable Cause accident) {
        cause = accident;
        return this;
    }

    /** CLM20. */
    public ProfessionalClaimBuilder delayReason(String code) {
        delayReason = code;
        return this;
    }

    /** A DTP of one day. */
    public ProfessionalClaimBuilder date(String qualifier, LocalDate date) {
        return date(QualifiedDate.of(qualifier, date));
    }

    /** A DTP. */
    public ProfessionalClaimBuilder date(QualifiedDate date) {
        dates.add(date);
        return this;
    }

    /** A REF; an empty value is left out. */
    public ProfessionalClaimBuilder reference(String qualifier, String value) {
        return value.isEmpty() ? this : reference(Reference.of(qualifier, value));
    }

    /** A REF. */
    public ProfessionalClaimBuilder reference(Reference reference) {
        references.add(reference);
        return this;
    }

    /** AMT*F5, what the patient has paid. */
    public ProfessionalClaimBuilder patientPaidCents(long cents) {
        return amount(new QualifiedAmount("F5", cents));
    }

    /** An AMT. */
    public ProfessionalClaimBuilder amount(QualifiedAmount amount) {
        amounts.add(amount);
        return this;
    }

    /** NTE. */
    public ProfessionalClaimBuilder note(@Nullable Note text) {
        note = text;
        return this;
    }

    /** Diagnoses in ICD-10-CM, the first one principal; points are left out. */
    public ProfessionalClaimBuilder diagnoses(List<String> codes) {
        for (String code : codes) {
            diagnosis(diagnoses.isEmpty() ? Diagnosis.principal(code) : Diagnosis.other(code));
        }
        return this;
    }

    /** A diagnosis. */
    public ProfessionalClaimBuilder diagnosis(Diagnosis diagnosis) {
        diagnoses.add(diagnosis);
        return this;
    }

    /** A provider of 2310. */
    public ProfessionalClaimBuilder provider(Provider provider) {
        providers.add(provider);
        return this;
    }

    /** Another payer, 2320. */
    public ProfessionalClaimBuilder otherPayer(OtherPayer other) {
        otherPayers.add(other);
        return this;
    }

    /** A line, 2400. */
    public ProfessionalClaimBuilder line(ServiceLine line) {
        lines.add(line);
        return this;
    }

    /** The claim. */
    public ProfessionalClaim build() {
        return new ProfessionalClaim(
                position,
                Objects.requireNonNull(billingProvider, "billing provider"),
                Objects.requireNonNull(subscriber, "subscriber"),
                Objects.requireNonNull(payer, "payer"),
                patient,
                patientControlNumber,
                chargeCents,
                placeOfService,
                frequency,
                terms,
                cause,
                delayReason,
                dates,
                references,
                amounts,
                note,
                diagnoses,
                providers,
                otherPayers,
                lines,
                issues);
    }
}
