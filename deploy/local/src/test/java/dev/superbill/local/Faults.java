package dev.superbill.local;

import dev.superbill.check.Clause;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Faults that the databases themselves refuse, planted by their superuser past triggers and constraints. */
record Faults(int port) {

    private static final String NO_ID = "00000000-0000-7000-8000-000000000000";

    /**
     * A fault for one clause.
     *
     * @param row finds the row: its key, and last what the check calls it
     * @param plant with the key's columns as {@code %1$s}, {@code %2$s}
     * @param undo the same
     */
    record Fault(Clause clause, String database, String row, String plant, String undo) {}

    static final Fault CLEARING = posting(
            Clause.CLEARING,
            "p.account = 'clearing' and e.source like 'remittance:%%'",
            "e.source",
            "account = 'bank'",
            "account = 'clearing'");

    static final List<Fault> ALL = List.of(
            new Fault(
                    Clause.TRIAL_BALANCE,
                    "payments",
                    "select business_date, stripe, account from account_total where practice_id = 'maple' and account"
                            + " = 'revenue' limit 1",
                    "update account_total set debit_cents = debit_cents + 1 where account = 'revenue' and"
                            + " business_date = '%1$s' and stripe = %2$s",
                    "update account_total set debit_cents = debit_cents - 1 where account = 'revenue' and"
                            + " business_date = '%1$s' and stripe = %2$s"),
            posting(
                    Clause.ENTRY_BALANCE,
                    "p.account = 'revenue'",
                    "e.id",
                    "amount_cents = amount_cents - 1",
                    "amount_cents = amount_cents + 1"),
            CLEARING,
            new Fault(
                    Clause.POSTED_ONCE,
                    "payments",
                    "select id, 'remittance:' || remittance_id || '/' || ordinal from remittance_transaction where"
                            + " practice_id = 'maple' and status = 'POSTED' limit 1",
                    "update remittance_transaction set status = 'DUPLICATE' where id = '%1$s'",
                    "update remittance_transaction set status = 'POSTED' where id = '%1$s'"),
            posting(
                    Clause.WAITING_MONEY,
                    "p.account = 'ar.payer' and e.source like 'remittance:%%'",
                    "e.source",
                    "account = 'unapplied'",
                    "account = 'ar.payer'"),
            new Fault(
                    Clause.CHARGE,
                    "claims",
                    "select id, id from encounter where practice_id = 'maple' and coding is not null limit 1",
                    "update encounter set coding = jsonb_set(coding, '{lines,0,charge}', to_jsonb((coding #>>"
                            + " '{lines,0,charge}')::bigint + 1)) where id = '%1$s'",
                    "update encounter set coding = jsonb_set(coding, '{lines,0,charge}', to_jsonb((coding #>>"
                            + " '{lines,0,charge}')::bigint - 1)) where id = '%1$s'"),
            posting(
                    Clause.CLAIM_ACCOUNTS,
                    "p.account = 'adjustment.contractual'",
                    "p.control_number",
                    "account = 'ar.patient'",
                    "account = 'adjustment.contractual'"),
            new Fault(
                    Clause.FIGURES,
                    "payments",
                    "select control_number, payer_id, control_number from receivable where practice_id = 'maple' limit"
                            + " 1",
                    "update receivable set paid_cents = paid_cents + 1 where control_number = '%1$s' and payer_id ="
                            + " '%2$s'",
                    "update receivable set paid_cents = paid_cents - 1 where control_number = '%1$s' and payer_id ="
                            + " '%2$s'"),
            posting(
                    Clause.BELOW_ZERO,
                    "p.account = 'ar.payer' and p.payer_rank = 1 and e.source like 'charge:%%'"
                            // nobody has paid yet, so that nothing explains a credit
                            + " and not exists (select from posting o where o.practice_id = p.practice_id"
                            + " and o.control_number = p.control_number and o.account = 'clearing')"
                            + " and (select count(*) from remittance_claim r where r.practice_id = p.practice_id"
                            + " and r.account_number = p.control_number) <= 1",
                    "p.control_number",
                    "amount_cents = amount_cents - 10000000",
                    "amount_cents = amount_cents + 10000000"),
            new Fault(
                    Clause.PUBLISHED,
                    "claims",
                    "select id, '" + NO_ID
                            + "' from outbox where practice_id = 'maple' and aggregatetype = 'claims.claim' limit 1",
                    "update outbox set id = '" + NO_ID + "' where id = '%1$s'",
                    "update outbox set id = '%1$s' where id = '" + NO_ID + "'"),
            new Fault(
                    Clause.CONSUMED,
                    "payments",
                    "select event_id, practice_id, event_id from consumed_event where practice_id = 'maple' and"
                            + " consumer = 'payments.receivable' limit 1",
                    "delete from consumed_event where consumer = 'payments.receivable' and event_id = '%1$s'",
                    "insert into consumed_event (consumer, event_id, practice_id) values ('payments.receivable',"
                            + " '%1$s', '%2$s')"),
            new Fault(
                    Clause.CLAIM_HISTORY,
                    "claims",
                    "select id, status, id from claim where practice_id = 'maple' and status in ('ADJUDICATED',"
                            + " 'CLOSED') limit 1",
                    "update claim set status = 'SENT' where id = '%1$s'",
                    "update claim set status = '%2$s' where id = '%1$s'"),
            new Fault(
                    Clause.STORED_FILES,
                    "payments",
                    "select id, sha256, id from remittance where practice_id = 'maple' limit 1",
                    "update remittance set sha256 = repeat('0', 64) where id = '%1$s'",
                    "update remittance set sha256 = '%2$s' where id = '%1$s'"));

    /** For stacks whose access logs are chained. */
    static final Fault ACCESS_LOG = new Fault(
            Clause.ACCESS_LOG,
            "claims",
            "select sequence, actor, 'claims access log entry ' || sequence from access_log where practice_id = 'maple' order by sequence limit 1",
            "update access_log set actor = 'somebody else' where practice_id = 'maple' and sequence = %1$s",
            "update access_log set actor = '%2$s' where practice_id = 'maple' and sequence = %1$s");

    private static Fault posting(Clause clause, String where, String subject, String plant, String undo) {
        String key = " where entry_sequence = %1$s and ordinal = %2$s";
        return new Fault(
                clause,
                "payments",
                ("select p.entry_sequence, p.ordinal, " + subject
                                + " from posting p join journal_entry e on e.practice_id = p.practice_id and"
                                + " e.sequence = p.entry_sequence where"
                                + " p.practice_id"
                                + " = 'maple'"
                                + " and " + where + " order by 1, 2 limit 1")
                        .replace("%%", "%"),
                "update posting set " + plant + key,
                "update posting set " + undo + key);
    }

    /** Whether a database has a table. */
    boolean has(String database, String table) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Plants a fault, until it is closed. */
    Planted plant(Fault fault) throws SQLException {
        Object[] key;
        try (Connection connection = connect(fault.database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(fault.row())) {
            if (!row.next()) {
                throw new IllegalStateException("The day has no row for the fault of " + fault.clause());
            }
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getString(i));
            }
            key = columns.toArray();
        }
        run(fault.database(), fault.plant().formatted(key));
        return new Planted(this, fault, key);
    }

    /** A fault that is there. */
    record Planted(Faults faults, Fault fault, Object[] key) implements AutoCloseable {

        /** What the check calls it. */
        String subject() {
            return key[key.length - 1].toString();
        }

        @Override
        public void close() throws SQLException {
            faults.run(fault.database(), fault.undo().formatted(key));
        }
    }

    private void run(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            // past triggers: the tables refuse this of everybody
            statement.execute("set session_replication_role = replica");
            int rows = statement.executeUpdate(sql);
            if (rows != 1) {
                throw new IllegalStateException(rows + " rows changed by " + sql);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "postgres");
    }
}
