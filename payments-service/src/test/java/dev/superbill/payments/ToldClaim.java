package dev.superbill.payments;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.TestEvents;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A claim as claims-service would tell it. */
final class ToldClaim {

    final String practice;
    final UUID claimId = UuidV7.next();
    final UUID encounterId = UuidV7.next();
    final UUID patientId = UuidV7.next();
    final UUID payerId = UuidV7.next();
    final String controlNumber =
            "T" + Long.toString(Math.abs(new Random().nextLong()), 36).toUpperCase(Locale.ROOT);
    final LocalDate serviceDate;
    long chargeCents;

    ToldClaim(String practice, LocalDate serviceDate, long chargeCents) {
        this.practice = practice;
        this.serviceDate = serviceDate;
        this.chargeCents = chargeCents;
    }

    Map<String, Object> payer() {
        return Map.of("payerId", payerId, "version", 1, "payerIdentifier", "ACME", "name", "Acme Health");
    }

    void tell(long version) {
        Map<String, Object> event = new HashMap<>();
        event.put("claimId", claimId);
        event.put("version", version);
        event.put("encounterId", encounterId);
        event.put("patientId", patientId);
        event.put("patientControlNumber", controlNumber);
        event.put("payerId", payerId);
        event.put("payerIdentifier", "ACME");
        event.put("memberId", "M123");
        event.put("rank", 1);
        event.put("frequency", "1");
        event.put("status", "SCRUBBED");
        event.put("serviceDate", serviceDate);
        event.put("chargeCents", chargeCents);
        event.put("payerControlNumber", "ICN-" + controlNumber);
        event.put(
                "coverages",
                List.of(Map.of("rank", 1, "payerId", payerId, "payerIdentifier", "ACME", "memberId", "M123")));
        event.put(
                "lines",
                List.of(Map.of(
                        "ordinal",
                        1,
                        "lineControlNumber",
                        controlNumber + "1",
                        "procedure",
                        "99213",
                        "modifiers",
                        List.of("25"),
                        "units",
                        1,
                        "chargeCents",
                        chargeCents,
                        "serviceDate",
                        serviceDate)));
        TestEvents.publish(
                "claims.claim", encounterId.toString(), "dev.superbill.claims.claim-changed.v1", practice, event);
    }
}
