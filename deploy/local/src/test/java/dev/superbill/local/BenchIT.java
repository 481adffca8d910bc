package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Measuring works: every part tells its figures. How good they are is no matter of a test. */
@ExtendWith(Road.Given.class)
@Tag("drill")
class BenchIT {

    @Test
    void tellsFiguresOfEachPart(Road road, @TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("figures.json");

        Road.Result bench = road.run("bench", "--short", "--json", file.toString());

        assertThat(bench.exitCode()).as(bench.output()).isZero();
        JsonNode figures = new ObjectMapper().readTree(file.toFile()).path("figures");
        assertThat(figures.findValuesAsText("part")).containsAll(List.of("a", "b", "c", "d", "e", "f"));
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.path("name").asText()).isNotEmpty();
            assertThat(figure.path("unit").asText()).isNotEmpty();
            assertThat(figure.path("value").asDouble()).isPositive();
            assertThat(figure.path("aim").isNull())
                    .isEqualTo(figure.path("holds").isNull());
        });
    }
}
