package dev.superbill.local.demo;

import dev.superbill.local.demo.Visits.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a coder writes for each visit; some slips are among it for the scrubber to find. */
final class Coding {

    private record Service(String procedure, long chargeCents) {}

    private static final List<Service> VISITS = List.of(
            new Service("99213", 14_500),
            new Service("99214", 21_000),
            new Service("99203", 18_500),
            new Service("99212", 9_500));
    private static final List<Service> EXTRAS = List.of(
            new Service("36415", 1_800),
            new Service("85025", 3_200),
            new Service("80053", 4_900),
            new Service("93000", 6_500),
            new Service("71046", 9_900),
            new Service("90471", 3_500));
    private static final List<String> DIAGNOSES =
            List.of("E119", "I10", "J069", "M545", "E785", "Z0000", "N390", "R05");

    /** Every so many visits the coder slips. */
    private static final int SLIP_EVERY = 17;

    private final People people;

    Coding(People people) {
        this.people = people;
    }

    /** True where the coder slips at first: a diagnosis that has not the form of one. */
    static boolean slips(Visit visit) {
        return visit.number() % SLIP_EVERY == 8;
    }

    /** The coded encounter of a visit. */
    Map<String, Object> code(Visit visit, boolean withSlip) {
        List<String> diagnoses = new ArrayList<>();
        diagnoses.add(withSlip ? "99999" : people.pick(DIAGNOSES));
        String second = people.pick(DIAGNOSES);
        if (!diagnoses.contains(second)) {
            diagnoses.add(second);
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(line(people.pick(VISITS), visit, diagnoses.size()));
        int first = people.below(EXTRAS.size());
        for (int i = 0; i < people.below(3); i++) {
            lines.add(line(EXTRAS.get((first + i) % EXTRAS.size()), visit, 1));
        }
        Map<String, Object> encounter = new LinkedHashMap<>();
        encounter.put("externalId", "appointment:" + visit.appointmentId());
        encounter.put("patientId", visit.patientId());
        encounter.put("renderingProviderId", visit.providerId());
        encounter.put("serviceDate", visit.date().toString());
        encounter.put("placeOfService", "11");
        encounter.put("diagnoses", diagnoses);
        encounter.put("lines", lines);
        return encounter;
    }

    private static Map<String, Object> line(Service service, Visit visit, int pointers) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("procedure", service.procedure());
        line.put("modifiers", List.of());
        line.put("units", 1);
        line.put("chargeCents", service.chargeCents());
        line.put("diagnosisPointers", pointers == 1 ? List.of(1) : List.of(1, 2));
        line.put("serviceDate", visit.date().toString());
        return line;
    }
}
