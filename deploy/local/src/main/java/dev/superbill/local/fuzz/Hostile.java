package dev.superbill.local.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that programs stumble over. */
final class Hostile {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.005",
            "-0.01",
            "99999999999999999999",
            "1e308",
            "NaN",
            "\u0000",
            "a\u0000b",
            "~",
            "*",
            ":",
            "^",
            "\n",
            "\r\nX-Injected: yes",
            "'; drop table patient; --",
            "\" or 1=1",
            "${jndi:ldap://localhost/x}",
            "=1+1",
            "../../../etc/passwd",
            "%00",
            "%2e%2e%2f",
            "\u202egnp.exe",
            "\ud83d\ude00",
            "\ud800",
            "\u00df\u0130\u0131",
            "<script>alert(1)</script>",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "20261332",
            "00000000-0000-0000-0000-000000000000",
            "null",
            "true",
            "[]",
            "{}");
    private static final int LONGEST = 20_000;

    private Hostile() {}

    static String text(RandomGenerator random) {
        return random.nextInt(12) == 0 ? "A".repeat(random.nextInt(LONGEST)) : TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
