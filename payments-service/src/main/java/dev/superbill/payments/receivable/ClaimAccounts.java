package dev.superbill.payments.receivable;

import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.ledger.Ledger;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.events.OutboxEvent;
import dev.superbill.platform.phi.Phi;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts of claims. Whoever changes them does it in a {@link PostingSession}. */
@ApplicationScoped
public class ClaimAccounts {

    private final AgroalDataSource dataSource;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Phi phi;

    ClaimAccounts(AgroalDataSource dataSource, Ledger ledger, Outbox outbox, Phi phi) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.outbox = outbox;
        this.phi = phi;
    }

    /** Begins work in the running transaction, which has to end with {@link PostingSession#finish}. */
    @Transactional(TxType.MANDATORY)
    public PostingSession begin() {
        return new PostingSession(this);
    }

    /** The accounts of a patient's claims, without locking them. */
    @Transactional
    public List<ClaimAccount> ofPatient(UUID patientId) {
        return read("patient_id = ?", patientId);
    }

    /** The accounts of an encounter's claims, without locking them: more than one when it had more lines than a claim takes. */
    @Transactional
    public List<ClaimAccount> ofEncounter(UUID encounterId) {
        return read("encounter_id = ?", encounterId);
    }

    private List<ClaimAccount> read(String where, UUID id) {
        try (Connection connection = dataSource.getConnection()) {
            return ClaimAccountTable.select(
                    connection, phi.cipher(), where + " order by service_date, control_number", id);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    List<ClaimAccount> lock(Set<String> controlNumbers) {
        try (Connection connection = dataSource.getConnection()) {
            return ClaimAccountTable.select(
                    connection,
                    phi.cipher(),
                    "control_number = any(?) order by control_number for update",
                    connection.createArrayOf("text", controlNumbers.toArray()));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Map<String, Set<String>> numbersByPayerNumber(Collection<String> payerControlNumbers) {
        try (Connection connection = dataSource.getConnection()) {
            return ClaimAccountTable.numbersByPayerNumber(connection, payerControlNumbers);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Map<MemberCharge, Set<String>> numbersByMember(Set<MemberCharge> members) {
        try (Connection connection = dataSource.getConnection()) {
            return ClaimAccountTable.numbersByMember(connection, phi.cipher(), members);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    List<JournalEntry> posted(Collection<UUID> ids) {
        return ledger.find(ids);
    }

    void book(List<JournalEntry> entries, List<ClaimAccount> accounts) {
        Set<UUID> posted = ledger.post(entries);
        if (posted.size() != entries.size()) {
            throw new IllegalStateException(
                    (entries.size() - posted.size()) + " entries of this session are on the books already");
        }
        List<ClaimAccount> changed =
                accounts.stream().filter(ClaimAccount::isChanged).toList();
        if (changed.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            ClaimAccountTable.store(connection, phi.cipher(), changed);
            changed.forEach(ClaimAccount::stored);
            outbox.publish(events(connection, changed, accounts));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** One event for each encounter, with all of its claims: the topic is compacted by encounter. */
    private List<OutboxEvent> events(Connection connection, List<ClaimAccount> changed, List<ClaimAccount> known)
            throws SQLException {
        Set<UUID> encounters =
                changed.stream().map(ClaimAccount::encounterId).collect(Collectors.toCollection(TreeSet::new));
        // an encounter has more than one claim when it has more lines than a claim takes, which is rare
        List<ClaimAccount> siblings = ClaimAccountTable.select(
                connection,
                phi.cipher(),
                "encounter_id = any(?) and control_number <> all(?) order by control_number for update",
                connection.createArrayOf("uuid", encounters.toArray()),
                connection.createArrayOf(
                        "text", known.stream().map(ClaimAccount::controlNumber).toArray()));
        Map<UUID, List<ClaimAccount>> byEncounter = Stream.concat(known.stream(), siblings.stream())
                .filter(account -> encounters.contains(account.encounterId()))
                .sorted(Comparator.comparing(ClaimAccount::controlNumber))
                .collect(Collectors.groupingBy(ClaimAccount::encounterId, TreeMap::new, Collectors.toList()));
        return byEncounter.values().stream()
                .map(AccountChanged::of)
                .map(event -> new OutboxEvent(
                        AccountChanged.TOPIC,
                        event.encounterId().toString(),
                        event.encounterId().toString(),
                        AccountChanged.TYPE,
                        event))
                .toList();
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The accounts of claims could not be read or written", e);
    }
}
