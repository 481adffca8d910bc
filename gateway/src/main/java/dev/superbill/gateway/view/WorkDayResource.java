package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.superbill.gateway.routing.Destination;
import dev.superbill.gateway.view.WorkDayView.Queue;
import dev.superbill.platform.time.DefaultTimeZone;
import dev.superbill.platform.web.Dates;
import dev.superbill.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A day's work: who comes, who works, and what waits. */
@Path("/api/v1/work-day")
@RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "provider", "auditor"})
@Tag(name = "views")
class WorkDayResource {

    private static final int MOST = 500;
    private static final List<String> CLAIM_QUEUES = List.of("HELD", "REJECTED", "SCRUBBED");

    private final SchedulingService scheduling;
    private final ClaimsService claims;
    private final PaymentsService payments;
    private final StaffService staff;
    private final Parts parts;
    private final Clock clock;
    private final DefaultTimeZone fallback;

    WorkDayResource(
            @RestClient SchedulingService scheduling,
            @RestClient ClaimsService claims,
            @RestClient PaymentsService payments,
            @RestClient StaffService staff,
            Parts parts,
            Clock clock,
            DefaultTimeZone fallback) {
        this.scheduling = scheduling;
        this.claims = claims;
        this.payments = payments;
        this.staff = staff;
        this.parts = parts;
        this.clock = clock;
        this.fallback = fallback;
    }

    @GET
    @Operation(
            summary = "A day's appointments, staffing and work queues",
            description =
                    "The practice's today when no date is given. A service that does not answer is named in missing.")
    public Uni<WorkDayView> workDay(
            @QueryParam("date") @Nullable String date,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) String token) {
        return date == null ? today(token).flatMap(day -> workDay(day, token)) : workDay(day(date), token);
    }

    private Uni<WorkDayView> workDay(LocalDate day, String token) {
        Set<String> missing = new ConcurrentSkipListSet<>();
        List<Uni<JsonNode>> questions = new ArrayList<>();
        questions.add(parts.ask(
                Destination.SCHEDULING, missing, () -> scheduling.appointments(token, day.toString(), null, MOST)));
        questions.add(parts.ask(Destination.STAFF, missing, () -> staff.shifts(token, day.toString(), MOST)));
        questions.add(parts.ask(Destination.PAYMENTS, missing, () -> payments.exceptions(token, "OPEN", MOST)));
        questions.add(parts.ask(Destination.CLAIMS, missing, () -> claims.encounters(token, "OPEN", MOST)));
        for (String status : CLAIM_QUEUES) {
            questions.add(parts.ask(Destination.CLAIMS, missing, () -> claims.claims(token, null, status, MOST)));
        }
        return Uni.combine()
                .all()
                .unis(questions)
                .with(answers -> new WorkDayView(
                        day,
                        AccountResource.items((JsonNode) answers.get(0)),
                        AccountResource.items((JsonNode) answers.get(1)),
                        queues(answers),
                        List.copyOf(missing)));
    }

    /** What day it is at the practice; where claims-service does not tell its zone, in the default one. */
    private Uni<LocalDate> today(String token) {
        return parts.ask(Destination.CLAIMS, new ConcurrentSkipListSet<>(), () -> claims.practice(token))
                .onFailure()
                .recoverWithItem(NullNode.getInstance())
                .map(practice -> LocalDate.ofInstant(
                        clock.instant(),
                        practice.hasNonNull("timeZone")
                                ? ZoneId.of(practice.path("timeZone").asText())
                                : fallback.zone()));
    }

    private static LocalDate day(String date) {
        try {
            return Dates.parse(date);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(
                    "date", "The date is not of the form 2026-11-24", "Send an ISO 8601 date");
        }
    }

    /** A queue that the caller may not see, or whose service is missing, is not shown as empty but left out. */
    private static List<Queue> queues(List<?> answers) {
        List<String> names = List.of(
                "remittance exceptions", "encounters to code", "claims held", "claims rejected", "claims to send");
        List<Queue> queues = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            JsonNode answer = (JsonNode) answers.get(i + 2);
            if (!answer.isNull()) {
                queues.add(new Queue(names.get(i), AccountResource.items(answer).size()));
            }
        }
        return queues;
    }
}
