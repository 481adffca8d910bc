package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A short run of what {@code superbill test --fuzz} does at length. */
@ExtendWith(Road.Given.class)
class FuzzIT {

    @Test
    void answersWhateverComes(Road road) throws IOException, InterruptedException {
        Road.Result fuzz = road.run("test", "--fuzz", "--inputs", "2000", "--seed", "20261125", "--clients", "12");

        assertThat(fuzz.exitCode()).as(fuzz.output()).isZero();
    }
}
