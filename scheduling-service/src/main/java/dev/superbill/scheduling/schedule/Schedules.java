package dev.superbill.scheduling.schedule;

import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the templates and judges times by them. */
@ApplicationScoped
@Transactional
public class Schedules {

    private final ScheduleRepository repository;

    Schedules(ScheduleRepository repository) {
        this.repository = repository;
    }

    /**
     * How many patients may be booked with the provider at a time; one, at any time, where there is no template.
     *
     * @param from on the clocks of the practice
     * @throws ProblemException 409 OUTSIDE_HOURS
     */
    public int capacity(UUID providerId, LocalDateTime from, LocalDateTime to) {
        Schedule schedule = repository.findById(providerId);
        int capacity = schedule == null ? 1 : schedule.capacity(from, to);
        if (capacity == 0) {
            throw ProblemException.conflict(
                    "OUTSIDE_HOURS",
                    "The provider's template is not open from " + from + " until " + to.toLocalTime()
                            + "; choose another time, or change the template");
        }
        return capacity;
    }

    ScheduleView find(UUID providerId) {
        return existing(providerId).view();
    }

    ScheduleView replace(UUID providerId, ScheduleRequest request, @Nullable String ifMatch) {
        Schedule schedule = repository.findById(providerId);
        if (schedule == null) {
            schedule = new Schedule(providerId, request);
            repository.persist(schedule);
        } else {
            EntityTags.check(ifMatch, schedule.version());
            schedule.replace(request);
        }
        repository.flush();
        return schedule.view();
    }

    void remove(UUID providerId) {
        repository.delete(existing(providerId));
    }

    private Schedule existing(UUID providerId) {
        Schedule schedule = repository.findById(providerId);
        if (schedule == null) {
            throw ProblemException.notFound("template of a provider", providerId);
        }
        return schedule;
    }
}
