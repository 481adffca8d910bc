package dev.superbill.platform.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFileTest {

    @ParameterizedTest
    @CsvSource({"999.x12,true", "a.TMP,false", "a.x12.part,false", "a.filepart,false", ".a.x12,false", "tmp,true"})
    void takesOnlyWhatThePartnerHasFinished(String name, boolean complete) {
        assertThat(new RemoteFile(name, 1, Instant.EPOCH).isComplete()).isEqualTo(complete);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a/b.835", "..\\b.835", "a\n.835", "a\u0000.835", ""})
    void takesNoNameThatLeadsElsewhere(String name) {
        assertThat(RemoteFile.isName(name)).isFalse();
        assertThat(RemoteFile.isName("remittance 1.835")).isTrue();
    }
}
