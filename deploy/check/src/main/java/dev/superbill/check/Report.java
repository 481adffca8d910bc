package dev.superbill.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a check has looked at and what does not hold. */
public final class Report {

    private final Map<Clause, Long> checked = new EnumMap<>(Clause.class);
    private final List<Finding> findings = new ArrayList<>();

    void looked(Clause clause, long count) {
        checked.merge(clause, count, Long::sum);
    }

    void add(Clause clause, String practice, String subject, Object expected, Object actual) {
        findings.add(Finding.of(clause, practice, subject, expected, actual));
    }

    /** Notes a look, and a finding where both sides differ. */
    void compare(Clause clause, String practice, String subject, Object expected, Object actual) {
        looked(clause, 1);
        if (!expected.equals(actual)) {
            add(clause, practice, subject, expected, actual);
        }
    }

    /** How many claims, transactions, events or files a clause was held against. */
    public long looked(Clause clause) {
        return checked.getOrDefault(clause, 0L);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Whether all clauses hold. */
    public boolean isCoherent() {
        return findings.isEmpty();
    }
}
