package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/**
 * A day at the practice.
 *
 * @param date the practice's local date
 * @param appointments of the day, by start
 * @param staffing the shifts of the day
 * @param queues work that waits for somebody, with how many
 * @param missing the services that did not answer
 */
record WorkDayView(LocalDate date, JsonNode appointments, JsonNode staffing, List<Queue> queues, List<String> missing) {

    /**
     * Work that waits.
     *
     * @param name such as {@code claims held}
     * @param count how much waits, at most 500 are counted
     */
    record Queue(String name, int count) {}
}
