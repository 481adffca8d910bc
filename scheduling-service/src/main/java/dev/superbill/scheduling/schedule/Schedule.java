package dev.superbill.scheduling.schedule;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A provider's weekly template with its exceptions; its id is the provider's. */
@Entity
@Table(name = "schedule")
class Schedule extends PracticeEntity {

    private record Opening(LocalTime opens, LocalTime closes, int capacity) {}

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "schedule_hours", joinColumns = @JoinColumn(name = "schedule_id"))
    @OrderColumn(name = "ordinal")
    private List<WeeklyHours> weekly = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "schedule_exception", joinColumns = @JoinColumn(name = "schedule_id"))
    @OrderColumn(name = "ordinal")
    private List<DateException> exceptions = new ArrayList<>();

    protected Schedule() {}

    Schedule(UUID providerId, ScheduleRequest request) {
        super(providerId);
        replace(request);
    }

    final void replace(ScheduleRequest request) {
        weekly.clear();
        weekly.addAll(request.weekly());
        exceptions.clear();
        exceptions.addAll(request.exceptionsOrNone());
    }

    /**
     * How many patients may be booked at a time: none outside the hours of its date; openings that touch count as one,
     * with the smaller capacity.
     */
    int capacity(LocalDateTime from, LocalDateTime to) {
        if (!from.toLocalDate().equals(to.toLocalDate())) {
            return 0;
        }
        LocalTime reached = from.toLocalTime();
        int capacity = Integer.MAX_VALUE;
        for (Opening opening : openings(from.toLocalDate())) {
            if (reached.isBefore(to.toLocalTime())
                    && !opening.opens().isAfter(reached)
                    && opening.closes().isAfter(reached)) {
                reached = opening.closes();
                capacity = Math.min(capacity, opening.capacity());
            }
        }
        return reached.isBefore(to.toLocalTime()) ? 0 : capacity;
    }

    private List<Opening> openings(LocalDate date) {
        List<DateException> ofDate = exceptions.stream()
                .filter(exception -> exception.date().equals(date))
                .toList();
        List<Opening> openings = new ArrayList<>();
        for (DateException exception : ofDate) {
            LocalTime opens = exception.opens();
            LocalTime closes = exception.closes();
            if (opens != null && closes != null) {
                openings.add(new Opening(opens, closes, Objects.requireNonNullElse(exception.capacity(), 1)));
            }
        }
        if (ofDate.isEmpty()) {
            weekly.stream()
                    .filter(hours -> hours.day() == date.getDayOfWeek())
                    .forEach(hours -> openings.add(new Opening(
                            hours.opens(), hours.closes(), Objects.requireNonNullElse(hours.capacity(), 1))));
        }
        openings.sort(Comparator.comparing(Opening::opens));
        return openings;
    }

    ScheduleView view() {
        return new ScheduleView(id(), List.copyOf(weekly), List.copyOf(exceptions), version());
    }
}
