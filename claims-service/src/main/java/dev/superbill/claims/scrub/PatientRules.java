package dev.superbill.claims.scrub;

import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.coverage.Subscriber;
import dev.superbill.claims.practice.Address;
import dev.superbill.x12.Delimiters;
import dev.superbill.x12.Transliteration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom it is about. */
final class PatientRules {

    private static final Set<String> SEXES = Set.of("F", "M", "U");

    private PatientRules() {}

    /**
     * {@code PATIENT_DATA_MISSING}: name (NM103), address (N3, N4), birth date and sex (DMG02, DMG03) are required of the
     * patient [X222 2010BA, 2010CA].
     */
    static List<Edit> required(ScrubInput claim) {
        Patient patient = claim.patient();
        if (patient == null) {
            return List.of(missing("patientId", "Scheduling has not told of the patient"));
        }
        List<Edit> edits = new ArrayList<>();
        if (isBlank(patient.lastName())) {
            edits.add(missing("patient.lastName", "The patient has no last name"));
        }
        if (isBlank(patient.firstName())) {
            edits.add(missing("patient.firstName", "The patient has no first name"));
        }
        if (patient.birthDate() == null) {
            edits.add(missing("patient.birthDate", "The patient has no birth date"));
        } else if (patient.birthDate().isAfter(claim.serviceDate())) {
            edits.add(missing("patient.birthDate", "The patient was born after the date of service"));
        }
        String sex = patient.sex();
        if (sex == null || !SEXES.contains(sex)) {
            edits.add(missing("patient.sex", "The patient's sex is not F, M or U"));
        }
        Address address = patient.address();
        if (address == null
                || isBlank(address.line1())
                || isBlank(address.city())
                || isBlank(address.state())
                || isBlank(address.postalCode())) {
            edits.add(missing("patient.address", "The patient's address is incomplete"));
        }
        return edits;
    }

    /**
     * {@code CHARACTERS_REPLACED}: X12 carries its basic character set and no delimiter inside of data; others are
     * transliterated [X12.5, X12.6]. Identifiers are not: see {@link CoverageRules#identifiers}.
     */
    static List<Edit> characters(ScrubInput claim) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        Patient patient = claim.patient();
        if (patient != null) {
            texts.put("patient.lastName", patient.lastName());
            texts.put("patient.firstName", patient.firstName());
            texts.put("patient.middleName", patient.middleName());
            address("patient.address", patient.address(), texts);
        }
        Coverage coverage = claim.coverage();
        if (coverage != null) {
            texts.put("coverage.groupNumber", coverage.groupNumber());
            Subscriber subscriber = coverage.subscriber();
            if (subscriber != null) {
                texts.put("subscriber.lastName", subscriber.lastName());
                texts.put("subscriber.firstName", subscriber.firstName());
                address("subscriber.address", subscriber.address(), texts);
            }
        }
        List<Edit> edits = new ArrayList<>();
        texts.forEach((field, text) -> {
            if (isChangedByX12(text)) {
                edits.add(Edit.warning(
                        "CHARACTERS_REPLACED",
                        field,
                        "Some characters cannot be carried by X12 and are replaced by their nearest ones",
                        "Nothing, unless the payer knows another spelling"));
            }
        });
        return edits;
    }

    private static void address(String field, @Nullable Address address, Map<String, @Nullable String> texts) {
        if (address != null) {
            texts.put(field + ".line1", address.line1());
            texts.put(field + ".line2", address.line2());
            texts.put(field + ".city", address.city());
        }
    }

    /** Whether an 837P would have to say it with other characters. */
    static boolean isChangedByX12(@Nullable String text) {
        return text != null
                && Transliteration.of(text.strip(), Delimiters.STANDARD).changed();
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Edit missing(String field, String message) {
        return Edit.error("PATIENT_DATA_MISSING", field, message, "Complete the patient");
    }
}
