package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day at the practice.
 *
 * @param date the practice's local date
 * @param appointments of the day, by start
 * @param staffing the shifts of the day
 * @param queues work that waits for somebody, with how many
 * @param missing the services that did not answer
 */
@Schema(examples = WorkDayView.EXAMPLE)
record WorkDayView(LocalDate date, JsonNode appointments, JsonNode staffing, List<Queue> queues, List<String> missing) {

    static final String EXAMPLE = """
            {"date": "2026-11-24",
             "appointments": [{"id": "019a8f0e-7c1d-7000-8000-000000000005", "status": "BOOKED", "start": "2026-11-24T14:00:00Z"}],
             "staffing": [{"id": "019a8f0e-7c1d-7000-8000-000000000008", "start": "2026-11-24T13:00:00Z", "end": "2026-11-24T21:00:00Z"}],
             "queues": [{"name": "claims held", "count": 3}], "missing": []}""";

    /**
     * Work that waits.
     *
     * @param name such as {@code claims held}
     * @param count how much waits, at most 500 are counted
     */
    record Queue(String name, int count) {}
}
