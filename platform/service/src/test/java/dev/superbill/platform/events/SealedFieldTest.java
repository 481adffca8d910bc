package dev.superbill.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.kernel.PracticeId;
import dev.superbill.phi.Keyring;
import dev.superbill.phi.PracticeCipher;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealedFieldTest {

    private static final PracticeCipher MAPLE = Keyring.ofLocalDevelopment().of(new PracticeId("maple"));
    private static final Told TOLD = new Told(
            7, "Rivera", null, LocalDate.of(1984, 3, 9), new Address("12 Elm St", null), List.of(new Cover(1, "W123")));

    record Told(
            long version,
            @Identifying String lastName,
            @Identifying @Nullable String middleName,
            @Identifying LocalDate birthDate,
            @Identifying Address address,
            List<Cover> coverages) {}

    record Cover(int rank, @Identifying String memberId) {}

    record Address(String line1, @Nullable String line2) {}

    /** A consumer that needs less. */
    record Birthday(@Identifying LocalDate birthDate) {}

    @Test
    void carriesIdentifyingFieldsSealed() {
        String json = EventJson.write(TOLD, MAPLE);

        assertThat(json)
                .contains("\"version\":7", "\"rank\":1", "\"lastName\":\"enc:v1:local-development:")
                .doesNotContain("Rivera", "1984", "Elm", "W123", "middleName");
        assertThat(EventJson.read(json, Told.class, MAPLE)).isEqualTo(TOLD);
        assertThat(EventJson.read(json, Birthday.class, MAPLE).birthDate()).isEqualTo(TOLD.birthDate());
    }

    @Test
    void neitherWritesNorReadsThemInTheOpen() {
        assertThatThrownBy(() -> EventJson.write(TOLD)).hasStackTraceContaining("without a cipher");
        assertThatThrownBy(() -> EventJson.read("{\"birthDate\": \"1984-03-09\"}", Birthday.class, MAPLE))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("no sealed value")
                .hasMessageNotContaining("1984");
    }

    @Test
    void opensNoFieldOfAnotherPracticeOrName() {
        String json = EventJson.write(TOLD, MAPLE);
        PracticeCipher cedar = Keyring.ofLocalDevelopment().of(new PracticeId("cedar"));

        assertThatThrownBy(() -> EventJson.read(json, Told.class, cedar)).isInstanceOf(UnreadableEventException.class);
        assertThatThrownBy(() -> EventJson.read(json.replace("lastName", "birthDate"), Birthday.class, MAPLE))
                .isInstanceOf(UnreadableEventException.class);
    }
}
