package dev.superbill.platform.practice;

import dev.superbill.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What every aggregate has: an id in the order of making, its practice, and a version that grows with each change. */
@MappedSuperclass
public abstract class PracticeEntity {

    @Id
    private UUID id;

    @TenantId
    @Column(name = "practice_id", nullable = false, updatable = false)
    private String practiceId;

    @Version
    private long version;

    protected PracticeEntity() {
        this(UuidV7.next());
    }

    protected PracticeEntity(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    /** How often the row has changed since it was made; the ETag, and the version that state-carrying events tell. */
    public long version() {
        return version;
    }
}
