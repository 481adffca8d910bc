package dev.superbill.scheduling.schedule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The practice's templates, by provider. */
@ApplicationScoped
class ScheduleRepository implements PanacheRepositoryBase<Schedule, UUID> {}
