package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes again what the books should hold: charges from the lines of encounters, the rest from the bytes of remittance
 * files. What people have decided and which claim a payer meant is taken from the records and held against the file.
 */
final class BooksClauses {

    private static final Set<String> ON_THE_BOOKS = Set.of("POSTED", "PARTLY_POSTED");

    private final Snapshot databases;
    private final Originals originals;
    private final Report report;
    private final Progress progress;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Records records;
    private final Map<String, Map<String, Long>> bySource = new HashMap<>();
    private final Map<String, String> fingerprints = new HashMap<>();
    private final List<String[]> duplicates = new ArrayList<>();

    BooksClauses(Snapshot databases, Originals originals, Report report, Progress progress) {
        this.databases = databases;
        this.originals = originals;
        this.report = report;
        this.progress = progress;
        this.records = new Records(databases);
    }

    void check() {
        new Billed(databases, report, accounts).read();
        records.read();
        databases.read(
                "payments",
                """
                select e.practice_id, e.source, p.account, sum(p.amount_cents)
                from posting p join journal_entry e on e.practice_id = p.practice_id and e.sequence = p.entry_sequence
                where e.source like 'remittance:%' group by 1, 2, 3 having sum(p.amount_cents) <> 0
                """,
                row -> bySource.computeIfAbsent(row.getString(1) + " " + row.getString(2), key -> new TreeMap<>())
                        .put(row.getString(3), row.getLong(4)));
        remittances();
        duplicates.forEach(this::duplicate);
        claims();
        new Figures(databases, report).check();
    }

    private void remittances() {
        List<StoredFile> files = new ArrayList<>();
        databases.read(
                "payments",
                "select practice_id, id, sha256, bytes from remittance where status not in ('RECEIVED', 'POSTING')"
                        // the bytes of a file that several practices share are shown to none of them
                        + " and of_others = 0"
                        + " order by practice_id, id",
                row -> files.add(new StoredFile(
                        row.getString(1),
                        "remittance " + row.getString(2),
                        "/remittances/" + row.getString(2) + "/file",
                        row.getString(3),
                        row.getLong(4))));
        int done = 0;
        for (StoredFile file : files) {
            String id = file.subject().substring("remittance ".length());
            try {
                file.read(originals, report, bytes -> PaymentFile.read(bytes, payment -> payment(file, id, payment)));
            } catch (IOException e) {
                throw new CheckException("The file of " + file.subject() + " cannot be read: " + e.getMessage(), e);
            }
            progress.at("remittances", ++done, files.size());
        }
    }

    private void payment(StoredFile file, String remittance, Payment payment) {
        String source = "remittance:" + remittance + "/" + payment.ordinal;
        Records.Transaction recorded = records.transaction(file.practice(), remittance, payment.ordinal);
        Map<String, Long> posted = bySource.getOrDefault(file.practice() + " " + source, Map.of());
        if (recorded == null || !ON_THE_BOOKS.contains(recorded.status())) {
            report.compare(Clause.CLEARING, file.practice(), source, Map.of(), posted);
            if (recorded != null && recorded.status().equals("DUPLICATE")) {
                duplicates.add(new String[] {file.practice(), source, payment.fingerprint});
            }
            return;
        }
        report.compare(Clause.CLEARING, file.practice(), source, payment.amount, posted.getOrDefault("clearing", 0L));
        report.looked(Clause.POSTED_ONCE, 1);
        String other = fingerprints.putIfAbsent(file.practice() + payment.fingerprint, source);
        if (other != null) {
            report.add(Clause.POSTED_ONCE, file.practice(), source, "one posting of this content", "also " + other);
        }
        if (!payment.isProven() && !recorded.accepted()) {
            report.add(
                    Clause.CLEARING,
                    file.practice(),
                    source,
                    "held, because it is off by " + payment.difference(),
                    recorded.status());
        }
        Map<String, Long> waiting = new TreeMap<>();
        payment.providerAdjustments.forEach((account, cents) -> waiting.merge(account, cents, Long::sum));
        waiting.merge("suspense", recorded.accepted() ? -payment.difference() : 0, Long::sum);
        for (Answer answer : payment.answers) {
            answer(file.practice(), source, payment, recorded, answer, waiting);
        }
        waiting.values().removeIf(cents -> cents == 0);
        Map<String, Long> found = new TreeMap<>(posted);
        found.keySet().removeIf(account -> !isWaiting(account));
        report.compare(Clause.WAITING_MONEY, file.practice(), source, waiting, found);
    }

    private static boolean isWaiting(String account) {
        return !account.equals("clearing")
                && !account.equals("adjustment.contractual")
                && !account.equals("revenue")
                && !account.startsWith("ar.");
    }

    private void answer(
            String practice,
            String source,
            Payment payment,
            Records.Transaction transaction,
            Answer answer,
            Map<String, Long> waiting) {
        String subject = source + " claim " + answer.ordinal;
        Records.Claim recorded = records.claim(transaction.id(), answer.ordinal);
        if (recorded == null) {
            report.add(Clause.CLAIM_ACCOUNTS, practice, subject, "a record of the answer", "none");
            return;
        }
        if (!answer.isProven() && !transaction.accepted() && recorded.decision().isEmpty()) {
            expectOutcome(practice, subject, "HELD", recorded.outcome());
        }
        switch (recorded.outcome()) {
            case "HELD" -> waiting.merge("suspense", -answer.paid, Long::sum);
            case "UNAPPLIED" -> {
                waiting.merge("unapplied", -answer.paid, Long::sum);
                Account ours = accounts.get(practice + " " + answer.number);
                if (ours != null
                        && ours.agreesWith(answer)
                        && recorded.waitsFor().equals("CLAIM")) {
                    report.add(Clause.CLAIM_ACCOUNTS, practice, subject, "on claim " + ours.number, "unapplied");
                }
            }
            default -> {
                if (answer.isStatement()) {
                    posted(practice, subject, payment, answer, recorded);
                } else {
                    report.compare(Clause.CLAIM_ACCOUNTS, practice, subject, 0L, answer.paid);
                }
            }
        }
    }

    private void expectOutcome(String practice, String subject, String expected, String actual) {
        if (!expected.equals(actual)) {
            report.add(Clause.CLAIM_ACCOUNTS, practice, subject, expected, actual);
        }
    }

    private void posted(String practice, String subject, Payment payment, Answer answer, Records.Claim recorded) {
        Account account = accounts.get(practice + " " + recorded.account());
        if (account == null) {
            report.add(Clause.CLAIM_ACCOUNTS, practice, subject, "a claim of ours", recorded.account());
            return;
        }
        Account named = accounts.get(practice + " " + answer.number);
        if (named != null && named != account && named.agreesWith(answer)) {
            report.add(Clause.CLAIM_ACCOUNTS, practice, subject, "on claim " + named.number, account.number);
        }
        Set<String> payers = new TreeSet<>();
        account.coverages.stream()
                .filter(coverage -> payment.payer.contains(coverage.identifier()))
                .forEach(coverage -> payers.add(coverage.payerId()));
        if (!payers.isEmpty() && !payers.contains(recorded.payerId())) {
            report.add(Clause.CLAIM_ACCOUNTS, practice, subject, "payer " + payers, recorded.payerId());
        }
        boolean cashOnly = answer.isReversal() && records.takenBackBy(recorded.id()) == null;
        account.posted.add(new Account.Posted(
                recorded.id(),
                answer,
                new Account.Payer(recorded.payerId(), recorded.rank()),
                cashOnly,
                recorded.notWrittenOff()));
    }

    private void duplicate(String[] one) {
        report.looked(Clause.POSTED_ONCE, 1);
        if (!fingerprints.containsKey(one[0] + one[2])) {
            report.add(Clause.POSTED_ONCE, one[0], one[1], "its original on the books", "none");
        }
    }

    private void claims() {
        Map<String, Map<String, Long>> held = new HashMap<>();
        databases.read(
                "payments",
                """
                select practice_id, control_number, case account when 'ar.payer'
                    then 'ar.payer ' || payer_id || ' rank ' || payer_rank else account end, sum(amount_cents)
                from posting
                where account in ('revenue', 'adjustment.contractual', 'ar.payer', 'ar.patient')
                group by 1, 2, 3 having sum(amount_cents) <> 0
                """,
                row -> held.computeIfAbsent(row.getString(1) + " " + row.getString(2), key -> new TreeMap<>())
                        .put(row.getString(3), row.getLong(4)));
        Set<String> all = new TreeSet<>(accounts.keySet());
        all.addAll(held.keySet());
        for (String key : all) {
            String practice = key.substring(0, key.indexOf(' '));
            String number = key.substring(practice.length() + 1);
            Account account = accounts.get(key);
            Map<String, Long> actual = held.getOrDefault(key, Map.of());
            if (account == null) {
                report.compare(Clause.CLAIM_ACCOUNTS, practice, "claim " + number, Map.of(), actual);
                continue;
            }
            takeBack(account);
            report.compare(Clause.CLAIM_ACCOUNTS, practice, "claim " + number, account.expected(), actual);
            belowZero(account, actual);
        }
    }

    /** A reversal and what it takes back leave nothing; both have to agree with the file. */
    private void takeBack(Account account) {
        for (Account.Posted reversal : List.copyOf(account.posted)) {
            String originalId = records.takenBackBy(reversal.id());
            if (!reversal.answer().isReversal()) {
                continue;
            }
            List<Account.Posted> fitting = account.posted.stream()
                    .filter(other -> !other.answer().isReversal()
                            && other.payer().id().equals(reversal.payer().id())
                            && reversal.answer().negates(other.answer()))
                    .toList();
            if (originalId == null) {
                if (fitting.stream().anyMatch(other -> !records.isTakenBack(other.id()))) {
                    report.add(
                            Clause.CLAIM_ACCOUNTS,
                            account.practice,
                            "claim " + account.number,
                            "the reversal takes back the payment that it negates",
                            "both stand");
                }
                continue;
            }
            account.posted.remove(reversal);
            if (!account.posted.removeIf(other -> other.id().equals(originalId) && fitting.contains(other))) {
                report.add(
                        Clause.CLAIM_ACCOUNTS,
                        account.practice,
                        "claim " + account.number,
                        "a reversal takes back a payment that it negates",
                        "answer " + originalId);
            }
        }
    }

    private void belowZero(Account account, Map<String, Long> actual) {
        actual.forEach((name, cents) -> {
            if (name.startsWith("ar.")) {
                report.looked(Clause.BELOW_ZERO, 1);
                if (cents < 0 && account.causeOfCredit() == null) {
                    report.add(
                            Clause.BELOW_ZERO,
                            account.practice,
                            "claim " + account.number + " " + name,
                            "0 or more, or a cause",
                            cents);
                }
            }
        });
    }
}
