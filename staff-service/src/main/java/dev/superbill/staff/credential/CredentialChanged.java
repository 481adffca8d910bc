package dev.superbill.staff.credential;

import dev.superbill.platform.events.OutboxEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential was entered or renewed; carries the whole state that others need.
 *
 * @param version grows with each change
 * @param state where it is valid; absent where it is valid everywhere
 * @param validTo the last day on which it is valid; absent where it does not expire
 */
record CredentialChanged(
        UUID credentialId,
        long version,
        UUID employeeId,
        CredentialKind kind,
        @Nullable String state,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static final String TOPIC = "staff.credential";
    static final String TYPE = "dev.superbill.staff.credential-changed.v1";

    OutboxEvent outboxEvent() {
        return new OutboxEvent(TOPIC, credentialId.toString(), credentialId.toString(), TYPE, this);
    }
}
