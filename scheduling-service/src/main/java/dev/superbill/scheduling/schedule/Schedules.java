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
     * Refuses a time outside of the provider's template.
     *
     * @param from on the clocks of the practice
     * @throws ProblemException 409 OUTSIDE_HOURS
     */
    public void requireOpen(UUID providerId, LocalDateTime from, LocalDateTime to) {
        Schedule schedule = repository.findById(providerId);
        if (schedule != null && !schedule.covers(from, to)) {
            throw ProblemException.conflict(
                    "OUTSIDE_HOURS",
                    "The provider's template is not open from " + from + " until " + to.toLocalTime()
                            + "; choose another time, or change the template");
        }
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
