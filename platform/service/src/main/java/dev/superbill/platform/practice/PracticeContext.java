package dev.superbill.platform.practice;

import dev.superbill.kernel.PracticeId;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** For whom the current work is done: the practice, and who asked for it. */
@ApplicationScoped
public class PracticeContext {

    private final Holder holder;

    PracticeContext(Holder holder) {
        this.holder = holder;
    }

    /**
     * The practice of the current work.
     *
     * @throws IllegalStateException when the work has none, which is a fault of the program
     */
    public PracticeId practice() {
        return current().orElseThrow(() -> new IllegalStateException("No practice is bound to the current work"));
    }

    /** The practice of the current work, when it has one. */
    public Optional<PracticeId> current() {
        return Arc.container().requestContext().isActive() ? Optional.ofNullable(holder.practice()) : Optional.empty();
    }

    /** Who acts: a user's name, or {@code event:<consumer>}, or {@code job:<name>}. */
    public String actor() {
        return Arc.container().requestContext().isActive() ? holder.actor() : Holder.NOBODY;
    }

    /**
     * Does work for a practice, on this thread. It has to begin outside a transaction, because a transaction keeps the
     * practice that it began with.
     */
    public <T> T as(PracticeId practice, String actor, Supplier<T> work) {
        ManagedContext requests = Arc.container().requestContext();
        if (requests.isActive()) {
            PracticeId formerPractice = holder.practice();
            String formerActor = holder.actor();
            holder.bind(practice, actor);
            try {
                return work.get();
            } finally {
                holder.bind(formerPractice, formerActor);
            }
        }
        requests.activate();
        try {
            holder.bind(practice, actor);
            return work.get();
        } finally {
            holder.bind(null, Holder.NOBODY);
            requests.terminate();
        }
    }

    /** {@link #as(PracticeId, String, Supplier)} for work without a result. */
    public void run(PracticeId practice, String actor, Runnable work) {
        as(practice, actor, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    void bind(PracticeId practice, String actor) {
        holder.bind(practice, actor);
    }

    /** Keeps the binding of one request. */
    @RequestScoped
    static class Holder {

        static final String NOBODY = "nobody";

        private @Nullable PracticeId practice;
        private String actor = NOBODY;

        @Nullable
        PracticeId practice() {
            return practice;
        }

        String actor() {
            return actor;
        }

        void bind(@Nullable PracticeId practice, String actor) {
            this.practice = practice;
            this.actor = actor;
            // each line of the log tells for whom it was written
            if (practice == null) {
                MDC.remove("practice");
                MDC.remove("actor");
            } else {
                MDC.put("practice", practice.value());
                MDC.put("actor", actor);
            }
        }
    }
}
