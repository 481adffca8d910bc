package dev.superbill.x12;

import dev.superbill.x12.acknowledgement.AcknowledgementSamples;
import dev.superbill.x12.claim.ClaimSamples;
import dev.superbill.x12.remittance.RemittanceSamples;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaves written files of every set under target, for validators that are run by hand. */
class WrittenFilesTest {
    @Test
    void writesFilesForOtherValidators() throws IOException {
        Path folder = java.nio.file.Files.createDirectories(Path.of("target", "written"));
        for (int seed = 1; seed <= 40; seed++) {
            Draw draw = new Draw(seed, 16);
            write(folder, seed + ".835", RemittanceSamples.file(RemittanceSamples.draw(draw)));
            write(folder, seed + ".837", ClaimSamples.file(ClaimSamples.draw(draw)));
            write(folder, seed + ".999", AcknowledgementSamples.file(AcknowledgementSamples.group(draw)));
            write(folder, seed + ".277", AcknowledgementSamples.file(AcknowledgementSamples.claims(draw)));
        }
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        java.nio.file.Files.write(folder.resolve(name), content);
    }
}
