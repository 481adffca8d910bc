package dev.superbill.scheduling.appointment;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which appointments are wanted; a {@code @BeanParam}. */
class AppointmentSearch {

    @QueryParam("date")
    @Parameter(description = "The day of the start, in the practice's time zone")
    @Nullable
    LocalDate date;

    @QueryParam("provider")
    @Parameter(description = "Only those with this provider")
    @Nullable
    UUID provider;

    @QueryParam("patient")
    @Parameter(description = "Only those of this patient")
    @Nullable
    UUID patient;

    @QueryParam("providerAway")
    @Parameter(description = "true: only those that are still to come and whose provider has got leave since")
    boolean providerAway;

    @QueryParam("status")
    @Parameter(description = "Only those in this state")
    @Nullable
    AppointmentStatus status;
}
