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
import java.util.UUID;

/** A provider's weekly template with its exceptions; its id is the provider's. */
@Entity
@Table(name = "schedule")
class Schedule extends PracticeEntity {

    private record Opening(LocalTime opens, LocalTime closes) {}

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

    /** Whether a time lies within the hours of its date; openings that touch count as one. */
    boolean covers(LocalDateTime from, LocalDateTime to) {
        if (!from.toLocalDate().equals(to.toLocalDate())) {
            return false;
        }
        LocalTime reached = from.toLocalTime();
        for (Opening opening : openings(from.toLocalDate())) {
            if (!opening.opens().isAfter(reached) && opening.closes().isAfter(reached)) {
                reached = opening.closes();
            }
        }
        return !reached.isBefore(to.toLocalTime());
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
                openings.add(new Opening(opens, closes));
            }
        }
        if (ofDate.isEmpty()) {
            weekly.stream()
                    .filter(hours -> hours.day() == date.getDayOfWeek())
                    .forEach(hours -> openings.add(new Opening(hours.opens(), hours.closes())));
        }
        openings.sort(Comparator.comparing(Opening::opens));
        return openings;
    }

    ScheduleView view() {
        return new ScheduleView(id(), List.copyOf(weekly), List.copyOf(exceptions), version());
    }
}
