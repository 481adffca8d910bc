package dev.superbill.scheduling.patient;

import dev.superbill.platform.web.Versioned;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A patient as callers see one. */
@Schema(examples = PatientView.EXAMPLE)
record PatientView(
        UUID id,
        String lastName,
        String firstName,
        @Nullable String middleName,
        LocalDate birthDate,
        Sex sex,
        Address address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable UUID guarantorId,
        long version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id": "019a8f0e-7c1d-7000-8000-000000000001", "lastName": "Rivera", "firstName": "Ana", "middleName": "L", "birthDate": "1984-03-09", "sex": "F",
             "address": {"line1": "12 Elm St", "line2": null, "city": "Albany", "state": "NY", "postalCode": "122070001"},
             "phone": "518-555-0142", "email": "ana@example.org", "guarantorId": null, "version": 0}""";
}
