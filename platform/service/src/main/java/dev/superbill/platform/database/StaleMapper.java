package dev.superbill.platform.database;

import dev.superbill.platform.web.ProblemException;
import dev.superbill.platform.web.ProblemMapper;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells the loser of a race for the same row. */
class StaleMapper {

    private final ProblemMapper problems = new ProblemMapper();

    @ServerExceptionMapper
    Response stale(OptimisticLockException e, UriInfo uri) {
        return problems.refused(
                ProblemException.conflict(
                        "CHANGED_MEANWHILE", "Somebody else changed it at the same time: read it again"),
                uri);
    }
}
