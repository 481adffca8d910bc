package dev.superbill.local.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Invented people; the same seed invents the same ones. */
final class People {

    private static final List<String> FIRST = List.of(
            "Ada", "Ben", "Cora", "Dev", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jamal", "Keiko", "Liam", "Mona",
            "Noor", "Omar", "Priya", "Quinn", "Rosa", "Sven", "Tara", "Uma", "Victor", "Wendy", "Yusuf", "Zoe");
    private static final List<String> LAST = List.of(
            "Abbott",
            "Baker",
            "Castillo",
            "Dunn",
            "Ellis",
            "Foster",
            "Garcia",
            "Hughes",
            "Ito",
            "Jensen",
            "Khan",
            "Lopez",
            "Meyer",
            "Novak",
            "Okafor",
            "Patel",
            "Reyes",
            "Schmidt",
            "Turner",
            "Ueda",
            "Vargas",
            "Walker",
            "Young",
            "Zimmer");
    private static final List<String> STREETS =
            List.of("Oak", "Pine", "Cedar", "Lake", "Hill", "River", "Park", "Mill");

    private final RandomGenerator random;

    People(RandomGenerator random) {
        this.random = random;
    }

    String firstName() {
        return pick(FIRST);
    }

    String lastName() {
        return pick(LAST);
    }

    Map<String, Object> patient() {
        Map<String, Object> patient = new LinkedHashMap<>();
        patient.put("lastName", lastName());
        patient.put("firstName", firstName());
        patient.put(
                "birthDate",
                LocalDate.of(1940, 1, 1).plusDays(random.nextInt(29_000)).toString());
        patient.put("sex", random.nextBoolean() ? "F" : "M");
        patient.put("address", address());
        patient.put("phone", "217555%04d".formatted(random.nextInt(10_000)));
        return patient;
    }

    Map<String, Object> address() {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("line1", (1 + random.nextInt(999)) + " " + pick(STREETS) + " Street");
        address.put("city", "Springfield");
        address.put("state", "IL");
        address.put("postalCode", "627%02d".formatted(1 + random.nextInt(12)));
        return address;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
