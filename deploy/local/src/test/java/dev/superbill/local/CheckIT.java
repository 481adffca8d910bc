package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.check.Clause;
import dev.superbill.check.Coherence;
import dev.superbill.check.Originals;
import dev.superbill.check.Progress;
import dev.superbill.check.Report;
import dev.superbill.local.check.RunningStack;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The coherence check: everything holds after a day, and each clause names the fault that is planted for it. */
@ExtendWith(Road.Given.class)
@Tag("drill")
class CheckIT {

    @Test
    void holdsAfterADayAndNamesEachFault(Road road) throws IOException, InterruptedException, SQLException {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        Road.Result command = road.run("check", "--json", "--patience", "60");
        assertThat(command.exitCode()).as(command.output()).isZero();
        JsonNode report = new ObjectMapper().readTree(command.output());
        assertThat(report.path("clauses")).hasSize(Clause.values().length);
        report.path("clauses").forEach(clause -> {
            if (!clause.path("name").asText().equals(Clause.ACCESS_LOG.label())) {
                assertThat(clause.path("looked").asLong())
                        .as(clause.path("name").asText())
                        .isPositive();
            }
        });

        Coherence coherence = RunningStack.of(road.stack());
        Faults faults = new Faults(road.port(Port.POSTGRESQL));
        List<Faults.Fault> all = new ArrayList<>(Faults.ALL);
        if (faults.has("claims", "access_log_head")) {
            all.add(Faults.ACCESS_LOG);
        }
        for (Faults.Fault fault : all) {
            try (Faults.Planted planted = faults.plant(fault)) {
                named(coherence.look(Progress.SILENT), fault.clause(), planted.subject());
            }
        }
        named(
                new Coherence(coherence.databases(), coherence.topics(), new OneForAll(coherence.originals()))
                        .look(Progress.SILENT),
                Clause.CONTROL_NUMBERS,
                "batch ");

        Report after = coherence.check(Duration.ofSeconds(60), Progress.SILENT);
        assertThat(after.findings()).isEmpty();
    }

    @Test
    void endsWithOneAndBothSidesWhenSomethingDoesNotAgree(Road road)
            throws IOException, InterruptedException, SQLException {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        Faults faults = new Faults(road.port(Port.POSTGRESQL));
        try (Faults.Planted planted = faults.plant(Faults.CLEARING)) {
            Road.Result command = road.run("check", "--patience", "0");

            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.output())
                    .contains("clearing maple " + planted.subject())
                    .containsPattern("expected \\d+, found \\d+")
                    .contains("This does not agree");
        }
    }

    private static void named(Report report, Clause clause, String subject) {
        assertThat(report.findings()).as(clause.label() + " " + subject).anySatisfy(finding -> {
            assertThat(finding.clause()).isEqualTo(clause);
            assertThat(finding.practice()).isEqualTo("maple");
            assertThat(finding.subject()).contains(subject);
            assertThat(finding.expected()).isNotEqualTo(finding.actual());
        });
    }

    /** A store that gives the bytes of the first batch for every other one too. */
    private static final class OneForAll implements Originals {

        private final Originals originals;
        private String first = "";

        OneForAll(Originals originals) {
            this.originals = originals;
        }

        @Override
        public Set<String> practices() {
            return originals.practices();
        }

        @Override
        public InputStream open(String practice, String path) throws IOException {
            if (!path.startsWith("/batches/")) {
                return originals.open(practice, path);
            }
            if (first.isEmpty()) {
                first = path;
            }
            return originals.open(practice, first);
        }
    }
}
