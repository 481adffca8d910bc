package dev.superbill.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshKeysTest {

    @TempDir
    private Path folder;

    @Test
    void makesAPairInOpenSshFormatOnce() throws IOException {
        Path key = folder.resolve("ssh/id_ed25519");

        SshKeys.make(key);

        String made = Files.readString(key);
        assertThat(made).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(Path.of(key + ".pub"))).startsWith("ssh-ed25519 ");

        SshKeys.make(key);
        assertThat(Files.readString(key)).isEqualTo(made);
    }
}
