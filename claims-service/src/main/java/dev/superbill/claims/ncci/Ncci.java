package dev.superbill.claims.ncci;

import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The face of the feature: keeps the tables of a practice and finds what they say of procedures. */
@ApplicationScoped
public class Ncci {

    private static final int AT_ONCE = 1_000;

    private final AgroalDataSource dataSource;
    private final PracticeContext context;
    private final Clock clock;

    Ncci(AgroalDataSource dataSource, PracticeContext context, Clock clock) {
        this.dataSource = dataSource;
        this.context = context;
        this.clock = clock;
    }

    /** How a row is laid into an insert. */
    @FunctionalInterface
    private interface RowWriter<T> {
        void write(PreparedStatement insert, T row) throws SQLException;
    }

    /** All edits, of any day, that speak of these procedures alone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public NcciEdits of(Collection<String> procedures) {
        if (procedures.isEmpty()) {
            return NcciEdits.NONE;
        }
        try (Connection connection = dataSource.getConnection()) {
            var codes = connection.createArrayOf("text", procedures.toArray());
            List<ProcedurePair> pairs = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select column1, column2, indicator, effective_from, effective_to from ncci_pair where column1 = any (?) and column2 = any (?)")) {
                select.setArray(1, codes);
                select.setArray(2, codes);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        pairs.add(new ProcedurePair(
                                rows.getString(1), rows.getString(2), rows.getInt(3), day(rows, 4), lastDay(rows, 5)));
                    }
                }
            }
            List<UnitLimit> limits = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select procedure, units, indicator, effective_from, effective_to from ncci_unit_limit where procedure = any (?)")) {
                select.setArray(1, codes);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        limits.add(new UnitLimit(
                                rows.getString(1), rows.getInt(2), rows.getInt(3), day(rows, 4), lastDay(rows, 5)));
                    }
                }
            }
            return new NcciEdits(pairs, limits);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Takes the whole table of pairs in, in place of what was there. */
    @Transactional
    NcciLoad replacePairs(Iterator<ProcedurePair> pairs) {
        return replace(
                "ncci_pair",
                "insert into ncci_pair (column1, column2, indicator, effective_from, effective_to) values (?, ?, ?, ?, ?) on conflict do nothing",
                pairs,
                (insert, pair) -> {
                    insert.setString(1, pair.column1());
                    insert.setString(2, pair.column2());
                    insert.setInt(3, pair.modifierIndicator());
                    insert.setObject(4, pair.effectiveFrom());
                    insert.setObject(5, pair.effectiveTo());
                });
    }

    /** Takes the whole table of unit limits in, in place of what was there. */
    @Transactional
    NcciLoad replaceUnitLimits(Iterator<UnitLimit> limits) {
        return replace(
                "ncci_unit_limit",
                "insert into ncci_unit_limit (procedure, units, indicator, effective_from, effective_to) values (?, ?, ?, ?, ?) on conflict do nothing",
                limits,
                (insert, limit) -> {
                    insert.setString(1, limit.procedure());
                    insert.setInt(2, limit.units());
                    insert.setInt(3, limit.adjudicationIndicator());
                    insert.setObject(4, limit.effectiveFrom());
                    insert.setObject(5, limit.effectiveTo());
                });
    }

    @Transactional
    NcciLoad lastOfPairs() {
        return last("ncci_pair");
    }

    @Transactional
    NcciLoad lastOfUnitLimits() {
        return last("ncci_unit_limit");
    }

    private <T> NcciLoad replace(String table, String insertion, Iterator<T> rows, RowWriter<T> writer) {
        NcciLoad load;
        try (Connection connection = dataSource.getConnection()) {
            try (Statement delete = connection.createStatement()) {
                delete.executeUpdate("delete from " + table);
            }
            long count = 0;
            try (PreparedStatement insert = connection.prepareStatement(insertion)) {
                while (rows.hasNext()) {
                    writer.write(insert, rows.next());
                    insert.addBatch();
                    if (++count % AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            load = new NcciLoad(count, clock.instant(), context.actor());
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into ncci_load (name, rows, loaded_at, loaded_by) values (?, ?, ?, ?)
                    on conflict (practice_id, name)
                    do update set rows = excluded.rows, loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by
                    """)) {
                insert.setString(1, table);
                insert.setLong(2, load.rows());
                insert.setObject(3, load.loadedAt().atOffset(ZoneOffset.UTC));
                insert.setString(4, load.loadedBy());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return load;
    }

    private NcciLoad last(String table) {
        return loaded(table).orElseThrow(() -> ProblemException.notFound("table", "loaded yet"));
    }

    private Optional<NcciLoad> loaded(String table) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select rows, loaded_at, loaded_by from ncci_load where name = ?")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new NcciLoad(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable LocalDate lastDay(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The NCCI tables could not be used", e);
    }
}
