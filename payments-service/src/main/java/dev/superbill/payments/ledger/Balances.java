package dev.superbill.payments.ledger;

import dev.superbill.kernel.Money;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the books amount to at the end of a day. Read from totals, so that the number of entries does not matter. */
@ApplicationScoped
@Transactional
public class Balances {

    private static final String TRIAL_BALANCE = """
            select account, sum(debit_cents), sum(credit_cents)
            from account_total where business_date <= ? group by account order by account
            """;
    private static final String TOTAL = """
            select coalesce(sum(debit_cents) - sum(credit_cents), 0)::bigint
            from account_total where account = ? and business_date <= ?
            """;
    private static final String DEBTORS = """
            select party_id, owed::bigint
            from (select party_id, sum(amount_cents) as owed from receivable_total
                  where account = ? and business_date <= ? group by party_id) debtor
            where owed <> 0 and (owed < ? or (owed = ? and party_id > ?))
            order by owed desc, party_id limit ?
            """;
    private static final String AGED = """
            select party_id, bucket, sum(amount_cents)::bigint
            from (select party_id, width_bucket(?::date - aged_from, ?::int[]) as bucket, amount_cents
                  from receivable_total where account = ? and business_date <= ? and party_id = any(?)) aged
            group by party_id, bucket having sum(amount_cents) <> 0 order by party_id, bucket
            """;

    private final AgroalDataSource dataSource;

    Balances(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    TrialBalance trialBalance(LocalDate asOf) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(TRIAL_BALANCE)) {
            select.setObject(1, asOf);
            List<TrialBalance.Account> accounts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    AccountCode code = new AccountCode(row.getString(1));
                    BigInteger debits = row.getBigDecimal(2).toBigIntegerExact();
                    BigInteger credits = row.getBigDecimal(3).toBigIntegerExact();
                    accounts.add(new TrialBalance.Account(
                            code.value(), code.title(), debits, credits, debits.subtract(credits)));
                }
            }
            return TrialBalance.of(asOf, accounts);
        } catch (SQLException e) {
            throw new IllegalStateException("The balances could not be read", e);
        }
    }

    /** The balance of an account at the end of a day, debit positive. */
    public Money total(AccountCode account, LocalDate asOf) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(TOTAL)) {
            select.setString(1, account.value());
            select.setObject(2, asOf);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Money.ofCents(row.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The balance of an account could not be read", e);
        }
    }

    /**
     * Who owes something at the end of a day, the largest debt first.
     *
     * @param account {@code ar.payer} or {@code ar.patient}
     * @param after where the list goes on; null from its beginning
     */
    public List<Debt> debts(AccountCode account, LocalDate asOf, @Nullable Debt after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DEBTORS)) {
            long owed = after == null ? Long.MAX_VALUE : after.owed().cents();
            select.setString(1, account.value());
            select.setObject(2, asOf);
            select.setLong(3, owed);
            select.setLong(4, owed);
            select.setObject(5, after == null ? new UUID(0, 0) : after.partyId());
            select.setInt(6, limit);
            List<Debt> debts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    debts.add(new Debt(row.getObject(1, UUID.class), Money.ofCents(row.getLong(2))));
                }
            }
            return debts;
        } catch (SQLException e) {
            throw new IllegalStateException("The debts could not be read", e);
        }
    }

    /**
     * What some debtors owe at the end of a day, by age.
     *
     * @param account {@code ar.payer} or {@code ar.patient}
     * @param agesInDays the limits of age, ascending, each the first day of a bucket; ages count from the service date
     * @return amounts other than zero, of a debtor the younger ones first
     */
    public List<AgedBalance> aged(
            AccountCode account, LocalDate asOf, Collection<UUID> debtors, List<Integer> agesInDays) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(AGED)) {
            select.setObject(1, asOf);
            select.setArray(2, connection.createArrayOf("int", agesInDays.toArray()));
            select.setString(3, account.value());
            select.setObject(4, asOf);
            select.setArray(5, connection.createArrayOf("uuid", debtors.toArray()));
            List<AgedBalance> balances = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    balances.add(new AgedBalance(
                            row.getObject(1, UUID.class), row.getInt(2), Money.ofCents(row.getLong(3))));
                }
            }
            return balances;
        } catch (SQLException e) {
            throw new IllegalStateException("The aged balances could not be read", e);
        }
    }
}
