package dev.superbill.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void showsTheLastLines() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthree\n");

        assertThat(LogTail.last(log, 2)).containsExactly("two", "three");
        assertThat(LogTail.last(log, 9)).containsExactly("one", "two", "three");
        assertThat(LogTail.last(folder.resolve("none.log"), 9)).isEmpty();
    }

    @Test
    void followsWholeLinesAndBeginsAnewWithANewFile() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "one\n");
        LogTail tail = new LogTail(log);
        assertThat(tail.added()).isEmpty();

        Files.writeString(log, "zwei – ", StandardOpenOption.APPEND);
        assertThat(tail.added()).isEmpty();
        Files.writeString(log, "ganz\n", StandardOpenOption.APPEND);
        assertThat(tail.added()).containsExactly("zwei – ganz");

        Files.writeString(log, "new\n");
        assertThat(tail.added()).containsExactly("new");
    }
}
