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
import java.util.List;
import java.util.UUID;

/** What the books amount to at the end of a day. Read from totals, so that the number of entries does not matter. */
@ApplicationScoped
@Transactional
public class Balances {

    private static final String TRIAL_BALANCE = """
            select account, sum(debit_cents), sum(credit_cents)
            from account_total where business_date <= ? group by account order by account
            """;
    private static final String AGED = """
            select party_id, bucket, sum(amount_cents)::bigint
            from (select party_id, width_bucket(?::date - aged_from, ?::int[]) as bucket, amount_cents
                  from receivable_total where account = ? and business_date <= ?) aged
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

    /**
     * What is owed at the end of a day, by debtor and age. Together it is the balance of the account on that day.
     *
     * @param account {@code ar.payer} or {@code ar.patient}
     * @param agesInDays the limits of age, ascending, each the first day of a bucket; ages count from the service date
     * @return amounts other than zero, of a debtor the younger ones first
     */
    public List<AgedBalance> aged(AccountCode account, LocalDate asOf, List<Integer> agesInDays) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(AGED)) {
            select.setObject(1, asOf);
            select.setArray(2, connection.createArrayOf("int", agesInDays.toArray()));
            select.setString(3, account.value());
            select.setObject(4, asOf);
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
