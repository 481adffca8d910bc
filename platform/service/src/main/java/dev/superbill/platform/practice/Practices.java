package dev.superbill.platform.practice;

import dev.superbill.kernel.PracticeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The practices that this service has met, for jobs that have to look after each of them. */
@ApplicationScoped
public class Practices {

    private static final Logger LOG = Logger.getLogger(Practices.class);

    private final PracticeContext context;
    private final AgroalDataSource dataSource;

    Practices(PracticeContext context, AgroalDataSource dataSource) {
        this.context = context;
        this.dataSource = dataSource;
    }

    /** All practices met so far, by name. */
    public List<PracticeId> all() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select practice_id from practice_seen order by practice_id");
                ResultSet rows = select.executeQuery()) {
            List<PracticeId> practices = new ArrayList<>();
            while (rows.next()) {
                practices.add(new PracticeId(rows.getString(1)));
            }
            return practices;
        } catch (SQLException e) {
            throw new IllegalStateException("The practices could not be read", e);
        }
    }

    /** Does a job for each practice in turn; a failure of one is logged and does not keep the others waiting. */
    public void forEach(String job, Runnable work) {
        for (PracticeId practice : all()) {
            try {
                context.run(practice, "job:" + job, work);
            } catch (RuntimeException e) {
                LOG.errorf(e, "Job %s failed for practice %s and will be tried again", job, practice);
            }
        }
    }
}
