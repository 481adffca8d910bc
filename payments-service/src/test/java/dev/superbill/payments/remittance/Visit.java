package dev.superbill.payments.remittance;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.TestEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A visit as claims-service would tell it: two lines, 150.00 and 40.00, of vector A. */
final class Visit {

    static final String PAYER = "1999999999";
    static final String SECONDARY = "1888888888";

    final String practice;
    final UUID encounterId = UuidV7.next();
    final UUID patientId = UuidV7.next();
    final UUID claimId = UuidV7.next();
    final UUID payerId = UUID.nameUUIDFromBytes(new byte[] {1});
    final UUID secondaryPayerId = UUID.nameUUIDFromBytes(new byte[] {2});
    final String number =
            "V" + UUID.randomUUID().toString().replace("-", "").substring(0, 15).toUpperCase(Locale.ROOT);
    final String member = "M" + number.substring(1, 9);
    long chargeCents = 19_000;
    boolean secondary;

    Visit(String practice) {
        this.practice = practice;
    }

    Visit charging(long cents) {
        chargeCents = cents;
        return this;
    }

    Visit withSecondary() {
        secondary = true;
        return this;
    }

    /** Publishes the claim to the primary payer. */
    void tell() {
        tell(1, "SENT");
    }

    void tell(long version, String status) {
        publish(claimId, version, "1", status);
    }

    /** Publishes that a claim of frequency 7 has taken the claim's place, and gives its id. */
    UUID replace() {
        UUID successor = UuidV7.next();
        tell(2, "REPLACED");
        publish(successor, 1, "7", "SCRUBBED");
        return successor;
    }

    private void publish(UUID claim, long version, String frequency, String status) {
        List<Map<String, Object>> coverages = new ArrayList<>();
        coverages.add(Map.of("rank", 1, "payerId", payerId, "payerIdentifier", PAYER, "memberId", member));
        if (secondary) {
            coverages.add(Map.of(
                    "rank", 2, "payerId", secondaryPayerId, "payerIdentifier", SECONDARY, "memberId", "S" + member));
        }
        Map<String, Object> event = new HashMap<>();
        event.put("claimId", claim);
        event.put("version", version);
        event.put("encounterId", encounterId);
        event.put("patientId", patientId);
        event.put("patientControlNumber", number);
        event.put("payerId", payerId);
        event.put("payerIdentifier", PAYER);
        event.put("memberId", member);
        event.put("rank", 1);
        event.put("frequency", frequency);
        event.put("status", status);
        event.put("serviceDate", "2026-10-01");
        event.put("chargeCents", chargeCents);
        event.put("coverages", coverages);
        event.put(
                "lines",
                List.of(
                        line(1, "99214", List.of("25"), chargeCents == 19_000 ? 15_000 : chargeCents),
                        line(2, "36415", List.of(), chargeCents == 19_000 ? 4_000 : 0)));
        TestEvents.publish(
                "claims.claim", encounterId.toString(), "dev.superbill.claims.claim-changed.v1", practice, event);
    }

    private Map<String, Object> line(int ordinal, String procedure, List<String> modifiers, long cents) {
        return Map.of(
                "ordinal", ordinal,
                "lineControlNumber", number + ordinal,
                "procedure", procedure,
                "modifiers", modifiers,
                "units", 1,
                "chargeCents", cents,
                "serviceDate", "2026-10-01");
    }

    /** Vector A: 190.00 = 72.60 paid + 74.40 contractual + 43.00 patient responsibility. */
    String[] paid() {
        return new String[] {
            clp("1", "190", "72.60", "43"),
            nm1(),
            "SVC*HC:99214:25*150*72.60**1",
            "DTM*472*20261001",
            "CAS*CO*45*52.40",
            "CAS*PR*3*25",
            "REF*6R*" + number + "1",
            "SVC*HC:36415*40*0**1",
            "DTM*472*20261001",
            "CAS*CO*45*22",
            "CAS*PR*1*18",
            "REF*6R*" + number + "2"
        };
    }

    /** Vector B: what takes A back. */
    String[] reversed() {
        return new String[] {
            clp("22", "-190", "-72.60", ""),
            nm1(),
            "SVC*HC:99214:25*-150*-72.60**1",
            "DTM*472*20261001",
            "CAS*CO*45*-52.40",
            "CAS*PR*3*-25",
            "SVC*HC:36415*-40*0**1",
            "DTM*472*20261001",
            "CAS*CO*45*-22",
            "CAS*PR*1*-18"
        };
    }

    /** Vector B: the correction of A, 18.00 more and 25.00 left to the patient. */
    String[] corrected() {
        return new String[] {
            clp("1", "190", "90.60", "25"),
            nm1(),
            "SVC*HC:99214*150*72.60**1",
            "DTM*472*20261001",
            "CAS*CO*45*52.40",
            "CAS*PR*3*25",
            "SVC*HC:36415*40*18**1",
            "DTM*472*20261001",
            "CAS*CO*45*22"
        };
    }

    String clp(String status, String charge, String paid, String responsibility) {
        return "CLP*" + number + "*" + status + "*" + charge + "*" + paid + "*" + responsibility + "*12*ICN" + number
                + "*11*1";
    }

    String nm1() {
        return "NM1*QC*1*DOE*JANE****MI*" + member;
    }
}
