package dev.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.superbill.x12.claim.ClaimReader;
import dev.superbill.x12.claim.ProfessionalClaim;
import dev.superbill.x12.remittance.RemittanceScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Real files, read in place where they are: {@code SUPERBILL_X12_FILES}, else a folder beside the checkout. Without them the
 * test is skipped.
 */
class RealFilesTest {
    private static final Pattern CLAIMS = Pattern.compile("(\\d+) CLP, (\\d+) SVC");

    private record Indexed(Path file, String set, String structure, String features, String verdict) {}

    @Test
    void readsOrRefusesEveryRemittanceAndAgreesWithTheIndex() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Indexed indexed : index("835")) {
            try {
                RemittanceScan scan = RemittanceScan.of(new ByteArrayInputStream(bytes(indexed)));
                int claims = scan.transactions().stream()
                        .mapToInt(RemittanceScan.Transaction::claims)
                        .sum();
                long lines = scan.transactions().stream()
                        .mapToLong(RemittanceScan.Transaction::lines)
                        .sum();
                Matcher stated = CLAIMS.matcher(indexed.features());
                if (stated.find()
                        && (claims != Integer.parseInt(stated.group(1)) || lines != Long.parseLong(stated.group(2)))) {
                    differences.add(indexed.file().getFileName() + ": " + claims + " claims, " + lines + " lines");
                }
                boolean whole = scan.envelope().issues().stream().noneMatch(X12Issue::isError);
                if (whole != indexed.structure().equals("ok")) {
                    differences.add(indexed.file().getFileName() + ": index " + indexed.structure() + ", here "
                            + scan.envelope().issues());
                }
            } catch (X12Exception refused) {
                assertThat(refused.issues()).isNotEmpty();
                if (indexed.verdict().startsWith("VALID")) {
                    differences.add(indexed.file().getFileName() + ": " + refused.getMessage());
                }
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void readsTheBalancedRemittancesOfTheGuide() throws IOException {
        for (Indexed indexed : index("835")) {
            String name = indexed.file().getFileName().toString();
            if (!name.contains("X221A1") || !name.contains("__pass__")) {
                continue;
            }
            RemittanceScan scan = RemittanceScan.of(new ByteArrayInputStream(bytes(indexed)));

            assertThat(scan.transactions()).as(name).isNotEmpty().allSatisfy(transaction -> {
                assertThat(transaction.balance().balanced()).isTrue();
                assertThat(transaction.unbalancedClaims()).isZero();
                assertThat(transaction.holds()).isEmpty();
            });
        }
    }

    @Test
    void readsOrRefusesEveryClaimFile() throws IOException {
        int claims = 0;
        for (Indexed indexed : index("837")) {
            try {
                ClaimReader reader = new ClaimReader(new ByteArrayInputStream(bytes(indexed)));
                for (var event = reader.next(); event != null; event = reader.next()) {
                    if (event instanceof ProfessionalClaim claim) {
                        claims++;
                        assertThat(claim.allIssues()).isNotNull();
                    }
                }
            } catch (X12Exception refused) {
                assertThat(refused.issues()).isNotEmpty();
            }
        }

        assertThat(claims).isGreaterThan(50);
    }

    private static byte[] bytes(Indexed indexed) throws IOException {
        return java.nio.file.Files.readAllBytes(indexed.file());
    }

    private static List<Indexed> index(String set) throws IOException {
        Path folder = Path.of(
                Optional.ofNullable(System.getenv("SUPERBILL_X12_FILES")).orElse("../../../shared/x12"));
        Path index = folder.resolve("INDEX.tsv");
        assumeThat(index).exists();
        List<Indexed> files = new ArrayList<>();
        for (String row : java.nio.file.Files.readAllLines(index, StandardCharsets.UTF_8)) {
            String[] columns = row.split("\t", -1);
            Path file = folder.resolve(columns[0]);
            if (columns[5].startsWith(set + " ") && java.nio.file.Files.isRegularFile(file)) {
                files.add(new Indexed(file, columns[5], columns[11], columns[12], columns[13]));
            }
        }
        return files;
    }
}
