package dev.superbill.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {

    @Test
    void knowsALivingProcess() {
        ProcessHandle self = ProcessHandle.current();

        assertThat(ProcessIdentity.of(self).alive()).contains(self);
    }

    @Test
    void doesNotMistakeALaterProcessWithTheSameNumber() {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());

        assertThat(new ProcessIdentity(self.pid(), self.startedAt() - 60_000).alive())
                .isEmpty();
    }

    @Test
    void knowsThatAProcessHasEnded() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        assertThat(identity.alive()).isPresent();

        process.destroyForcibly().waitFor();

        assertThat(identity.alive()).isEmpty();
        assertThat(ProcessIdentity.NONE.alive()).isEmpty();
    }
}
