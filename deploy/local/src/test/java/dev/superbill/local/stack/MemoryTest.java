package dev.superbill.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void seesWhatThisProcessHolds() {
        assertThat(Memory.residentAlone(ProcessHandle.current())).isBetween(20L << 20, 8L << 30);
    }

    @Test
    void isReadable() {
        assertThat(Memory.readable(212L << 20)).isEqualTo("212 MiB");
        assertThat(Memory.readable(2560L << 20)).isEqualTo("2.50 GiB");
    }
}
