package dev.superbill.claims.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.superbill.kernel.PracticeId;
import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.arrival.ArrivalWait;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.Problem;
import dev.superbill.platform.web.Problem.Fault;
import dev.superbill.platform.web.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes encounters in by the thousand: a line at a time is read, some hundreds share a transaction, and each is answered in
 * its order. A bad line spoils no other.
 */
@ApplicationScoped
class BulkEncounters {

    private static final Logger LOG = Logger.getLogger(BulkEncounters.class);
    private static final int AT_ONCE = 500;
    private static final int LONGEST_LINE = 1 << 20;

    private final Encounters encounters;
    private final PracticeContext context;
    private final Validator validator;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    BulkEncounters(Encounters encounters, PracticeContext context, Validator validator, ObjectMapper json) {
        this.encounters = encounters;
        this.context = context;
        this.validator = validator;
        this.reader = json.readerFor(NewEncounter.class);
        this.writer = json.writerFor(Answer.class);
    }

    /** What a line is answered with. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(long line, @Nullable UUID id, @Nullable Problem problem) {}

    /** A line, read or refused. */
    private static final class Line {

        private final long number;
        private final @Nullable NewEncounter body;
        private @Nullable UUID id;
        private @Nullable Problem problem;

        Line(long number, @Nullable NewEncounter body, @Nullable Problem problem) {
            this.number = number;
            this.body = body;
            this.problem = problem;
        }

        Answer answer() {
            return new Answer(number, id, problem);
        }
    }

    StreamingOutput take(InputStream body) {
        PracticeId practice = context.practice();
        String actor = context.actor();
        return output -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                ArrivalWait wait = ArrivalWait.ofRequest();
                long number = 0;
                boolean more = true;
                while (more) {
                    List<Line> portion = new ArrayList<>(AT_ONCE);
                    while (more && portion.size() < AT_ONCE) {
                        String text = readLine(lines);
                        if (text == null) {
                            more = false;
                        } else {
                            number++;
                            if (!text.isBlank()) {
                                portion.add(read(number, text));
                            }
                        }
                    }
                    context.run(practice, actor, () -> take(portion, wait));
                    write(portion, output);
                }
            }
        };
    }

    /** A line of at most a megabyte: a body without line breaks must not fill the memory. */
    private static @Nullable String readLine(BufferedReader lines) throws IOException {
        StringBuilder text = new StringBuilder();
        int c;
        while ((c = lines.read()) != -1 && c != '\n') {
            if (text.length() <= LONGEST_LINE) {
                text.append((char) c);
            }
        }
        return c == -1 && text.isEmpty() ? null : text.toString();
    }

    private Line read(long number, String text) {
        if (text.length() > LONGEST_LINE) {
            return new Line(number, null, malformed("body", "The line is longer than a megabyte"));
        }
        try {
            NewEncounter body = reader.readValue(text);
            if (body == null) {
                return new Line(number, null, malformed("body", "The line is no encounter"));
            }
            List<Fault> faults = validator.validate(body).stream()
                    .map(violation -> Fault.ofField(
                            violation.getPropertyPath().toString(),
                            violation.getMessage(),
                            "Correct the field and repeat"))
                    .toList();
            return faults.isEmpty()
                    ? new Line(number, body, null)
                    : new Line(
                            number,
                            null,
                            ProblemException.invalid(400, "INVALID_REQUEST", faults)
                                    .problem());
        } catch (JsonProcessingException e) {
            // the original message would quote the line
            String field = e instanceof JsonMappingException mapping ? field(mapping) : "";
            return new Line(
                    number,
                    null,
                    field.isEmpty()
                            ? malformed("body", "The line is no well-formed JSON of an encounter")
                            : malformed(field, "The value has the wrong form"));
        }
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static Problem malformed(String field, String message) {
        return ProblemException.invalid(
                        400,
                        "MALFORMED_JSON",
                        List.of(Fault.ofField(field, message, "Send one JSON object of the documented shape a line")))
                .problem();
    }

    private void take(List<Line> portion, ArrivalWait wait) {
        List<Line> readable = portion.stream().filter(line -> line.body != null).toList();
        if (readable.isEmpty()) {
            return;
        }
        List<NewEncounter> bodies = bodies(readable);
        wait.until(() -> encounters.unknown(bodies).isEmpty());
        Set<UUID> unknown = encounters.unknown(bodies);
        List<Line> known = new ArrayList<>();
        for (Line line : readable) {
            NewEncounter body = body(line);
            if (unknown.contains(body.patientId()) || unknown.contains(body.renderingProviderId())) {
                line.problem = Encounters.unknown(body, unknown).problem();
            } else {
                known.add(line);
            }
        }
        // a coverage may come after its patient; without it the claims would miss a batch that is made at once
        wait.until(() -> encounters.areCovered(bodies(known)));
        try {
            commit(known);
        } catch (RuntimeException e) {
            // one of them spoils the transaction: each gets one of its own
            LOG.debugf(e, "A portion of %d encounters is taken in one by one", known.size());
            known.forEach(this::commitAlone);
        }
    }

    private void commitAlone(Line line) {
        try {
            commitOrFind(line);
        } catch (ProblemException e) {
            line.problem = e.problem();
        } catch (RuntimeException e) {
            String incident = UuidV7.next().toString();
            LOG.errorf(e, "An encounter of a bulk request failed, incident %s", incident);
            line.problem = ProblemException.problem(
                    500, "INTERNAL_ERROR", "Something failed here; tell operations the incident " + incident, null);
        }
    }

    /** Somebody may take the same external id in at the same time: the second look finds what the faster has made. */
    private void commitOrFind(Line line) {
        try {
            commit(List.of(line));
        } catch (PersistenceException e) {
            commit(List.of(line));
        }
    }

    private void commit(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<UUID> ids = QuarkusTransaction.requiringNew().call(() -> encounters.take(bodies(lines)));
        for (int i = 0; i < ids.size(); i++) {
            lines.get(i).id = ids.get(i);
        }
    }

    private void write(List<Line> portion, OutputStream output) throws IOException {
        for (Line line : portion) {
            output.write(writer.writeValueAsBytes(line.answer()));
            output.write('\n');
        }
        output.flush();
    }

    private static List<NewEncounter> bodies(List<Line> lines) {
        return lines.stream().map(BulkEncounters::body).toList();
    }

    private static NewEncounter body(Line line) {
        NewEncounter body = line.body;
        if (body == null) {
            throw new IllegalStateException("A refused line has no body");
        }
        return body;
    }
}
