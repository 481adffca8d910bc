package dev.superbill.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.SettingsException;
import dev.superbill.local.part.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    private Path folder;

    private final Settings settings = new Settings(Map.of(), Map.of(), Map.of());
    private Home home;

    @BeforeEach
    void makeHome() {
        home = new Home(folder, folder.resolve("home"));
        home.make();
    }

    @Test
    void showsEveryPartAsDownWhenNothingRuns() {
        StackSnapshot now = Stack.of(home).now(settings);

        assertThat(now.parts()).extracting(PartSnapshot::name).containsExactlyElementsOf(Parts.NAMES);
        assertThat(now.parts()).extracting(PartSnapshot::state).containsOnly(PartState.DOWN);
        assertThatThrownBy(() -> Stack.of(home).required())
                .isInstanceOf(SettingsException.class)
                .hasMessage("Superbill is not running; start it with: superbill up");
    }

    @Test
    void readsWhatTheSupervisorTells() {
        PartSnapshot claims =
                PartSnapshot.down("claims", "http://localhost:1").withState(PartState.UNHEALTHY, "answers 503");
        StackSnapshot told = new StackSnapshot(
                ProcessIdentity.of(ProcessHandle.current()),
                "http://localhost:2",
                "http://localhost:3",
                List.of(claims));
        new StackFile(home).write(told);

        assertThat(Stack.of(home).running()).contains(told);
        assertThat(Stack.of(home).now(settings)).isEqualTo(told);
    }

    @Test
    void showsPartsThatOutlivedTheirSupervisorAndEndsThem() throws IOException, InterruptedException {
        Process orphan = new ProcessBuilder("sleep", "60").start();
        PartSnapshot staff = PartSnapshot.down("staff", "http://localhost:1")
                .withProcess(ProcessIdentity.of(orphan.toHandle()))
                .withState(PartState.HEALTHY, "");
        new StackFile(home).write(new StackSnapshot(ProcessIdentity.NONE, "g", "i", List.of(staff)));

        assertThat(Stack.of(home).now(settings).parts())
                .filteredOn(part -> part.name().equals("staff"))
                .extracting(PartSnapshot::state)
                .containsExactly(PartState.UNATTENDED);
        assertThat(Stack.of(home).stop()).isTrue();
        assertThat(orphan.waitFor()).isNotZero();
        assertThat(Stack.of(home).stop()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsNoStack() throws IOException {
        Files.writeString(home.run().resolve("stack.json"), "{\"supervisor\":");

        assertThat(Stack.of(home).running()).isEmpty();
    }
}
