package dev.superbill.local.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.superbill.check.CheckException;
import dev.superbill.check.Clause;
import dev.superbill.check.Finding;
import dev.superbill.check.Progress;
import dev.superbill.check.Report;
import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code superbill check}: whether the books, the events and the files of the running stack agree. */
@Command(
        name = "check",
        description = {
            "Compute again what the books should hold, from lines billed and files received, and compare; follow every"
                    + " event, claim and file.",
            "Reads only. Ends with 0 when everything agrees, with 1 when not; each finding names its clause, practice,"
                    + " subject and both sides."
        })
public final class CheckCommand implements Callable<Integer> {

    private static final int FINDINGS_SHOWN = 50;

    @Option(
            names = "--json",
            description = "Print {\"coherent\", \"clauses\": [{\"name\", \"rule\", \"looked\", \"findings\"}],"
                    + " \"findings\": [{\"clause\", \"practice\", \"subject\", \"expected\", \"actual\"}]}.")
    private boolean json;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long events may still be on their way (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = json ? Progress.SILENT : new Told(spec.commandLine().getErr());
        Report report;
        try {
            report = RunningStack.of(Stack.of(Home.current()).required()).check(Duration.ofSeconds(patience), progress);
        } catch (CheckException e) {
            throw new SettingsException(String.valueOf(e.getMessage()), e);
        }
        if (json) {
            out.println(json(report));
        } else {
            table(report, out);
        }
        out.flush();
        return report.isCoherent() ? 0 : 1;
    }

    /** At most one line a second: a file of remittances may be one of ten thousand. */
    private static final class Told implements Progress {

        private static final long SECOND_NANOS = 1_000_000_000L;

        private final PrintWriter out;
        private long last = System.nanoTime();

        Told(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void at(String what, int done, int all) {
            long now = System.nanoTime();
            if (now - last > SECOND_NANOS) {
                last = now;
                out.printf(Locale.ROOT, "%s: %d of %d%n", what, done, all);
                out.flush();
            }
        }
    }

    private static void table(Report report, PrintWriter out) {
        for (Clause clause : Clause.values()) {
            long found = found(report, clause);
            out.printf(
                    Locale.ROOT,
                    "%-16s %9d  %-12s %s%n",
                    clause.label(),
                    report.looked(clause),
                    found == 0 ? "holds" : found + " findings",
                    clause.rule());
        }
        report.findings().stream().limit(FINDINGS_SHOWN).forEach(finding -> out.println(finding.toString()));
        int more = report.findings().size() - FINDINGS_SHOWN;
        if (more > 0) {
            out.printf(Locale.ROOT, "and %d more; --json shows all%n", more);
        }
        out.println(report.isCoherent() ? "Everything agrees" : "This does not agree");
    }

    private static long found(Report report, Clause clause) {
        return report.findings().stream()
                .filter(finding -> finding.clause() == clause)
                .count();
    }

    private static String json(Report report) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeBooleanField("coherent", report.isCoherent());
            json.writeArrayFieldStart("clauses");
            for (Clause clause : Clause.values()) {
                json.writeStartObject();
                json.writeStringField("name", clause.label());
                json.writeStringField("rule", clause.rule());
                json.writeNumberField("looked", report.looked(clause));
                json.writeNumberField("findings", found(report, clause));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("findings");
            for (Finding finding : report.findings()) {
                json.writeStartObject();
                json.writeStringField("clause", finding.clause().label());
                json.writeStringField("practice", finding.practice());
                json.writeStringField("subject", finding.subject());
                json.writeStringField("expected", finding.expected());
                json.writeStringField("actual", finding.actual());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
