package dev.superbill.staff.credential;

import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.staff.employee.Employees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what employees are allowed to do, and until when. */
@ApplicationScoped
@Transactional
class Credentials {

    private final CredentialRepository repository;
    private final Employees employees;
    private final Outbox outbox;

    Credentials(CredentialRepository repository, Employees employees, Outbox outbox) {
        this.repository = repository;
        this.employees = employees;
        this.outbox = outbox;
    }

    CredentialView enter(CredentialRequest request) {
        employees.requireActive(request.employeeId());
        Credential credential = new Credential(request.checked());
        repository.persist(credential);
        return told(credential);
    }

    CredentialView change(UUID id, CredentialRequest request, @Nullable String ifMatch) {
        Credential credential = existing(id);
        EntityTags.check(ifMatch, credential.version());
        employees.requireActive(request.employeeId());
        credential.change(request.checked());
        return told(credential);
    }

    CredentialView find(UUID id) {
        return existing(id).view();
    }

    Page<CredentialView> search(@Nullable UUID employee, @Nullable LocalDate expiringBefore, PageRequest page) {
        return Page.of(
                        repository.search(employee, expiringBefore, page),
                        page.limit(),
                        credential -> credential.id().toString())
                .map(Credential::view);
    }

    private Credential existing(UUID id) {
        Credential credential = repository.findById(id);
        if (credential == null) {
            throw ProblemException.notFound("credential", id);
        }
        return credential;
    }

    /** The version is the new one only after the flush. */
    private CredentialView told(Credential credential) {
        repository.flush();
        outbox.publish(credential.event().outboxEvent());
        return credential.view();
    }
}
