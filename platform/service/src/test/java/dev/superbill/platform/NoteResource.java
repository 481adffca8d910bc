package dev.superbill.platform;

import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.events.OutboxEvent;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** A resource with everything that the platform gives to one. */
@Path("/api/v1/notes")
@RolesAllowed("biller")
class NoteResource {

    record NoteView(UUID id, String text) {}

    record NewNote(@NotBlank String text) {}

    @Inject
    EntityManager notes;

    @Inject
    Outbox outbox;

    @POST
    @Idempotent
    @Transactional
    public Response create(@NotNull @Valid NewNote body) {
        Note note = new Note(body.text());
        notes.persist(note);
        NoteView view = new NoteView(note.id(), note.text());
        String key = note.id().toString();
        outbox.publish(new OutboxEvent("platform.note", key, key, "dev.superbill.platform.note-changed.v1", view));
        return Response.created(URI.create("/api/v1/notes/" + note.id()))
                .tag(EntityTags.of(note.version()))
                .entity(view)
                .build();
    }

    @GET
    @Transactional
    public Page<NoteView> list(@BeanParam @Valid PageRequest page) {
        return Page.of(
                        notes.createQuery("from Note where id > :after order by id", Note.class)
                                .setParameter("after", page.afterId().orElse(new UUID(0, 0)))
                                .setMaxResults(page.limit() + 1)
                                .getResultList(),
                        page.limit(),
                        note -> note.id().toString())
                .map(note -> new NoteView(note.id(), note.text()));
    }

    @GET
    @Path("/{id}")
    @ReadsPhi("note")
    @Transactional
    public NoteView get(@org.jboss.resteasy.reactive.RestPath UUID id) {
        Note note = notes.find(Note.class, id);
        if (note == null) {
            throw ProblemException.notFound("note", id);
        }
        return new NoteView(note.id(), note.text());
    }
}
