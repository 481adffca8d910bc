package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code deploy/superbill} with JDKs of straw. */
class ScriptTest {

    @TempDir
    private Path folder;

    @Test
    void takesAJdkThatIsNewEnoughAndLeavesAnOlderOne() throws IOException, InterruptedException {
        jdk("jdk-17", "17.0.15");
        jdk("jdk-26", "26.0.1");

        Answer answer = superbill(folder.resolve("jdk-17"), "status");

        assertThat(answer.text()).contains("jdk-26 runs").contains("dev.superbill.local.Superbill status");
        assertThat(answer.code()).isZero();
    }

    @Test
    void saysWhatToInstallWhenThereIsNone() throws IOException, InterruptedException {
        jdk("jdk-17", "17.0.15");

        Answer answer = superbill(folder.resolve("jdk-17"), "status");

        assertThat(answer.text())
                .contains("Superbill needs a JDK 25 or newer")
                .contains("apt install")
                .contains("sdk install java 25-tem");
        assertThat(answer.code()).isEqualTo(1);
    }

    private void jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Files.writeString(bin.resolve(program), "#!/bin/sh\necho " + name + " runs \"$@\"\n");
            Files.setPosixFilePermissions(bin.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Runs a copy of the script in a checkout that has been built. */
    private Answer superbill(Path javaHome, String command) throws IOException, InterruptedException {
        Path deploy = Files.createDirectories(folder.resolve("checkout/deploy"));
        Files.createDirectories(deploy.resolve("local/target/lib"));
        Path script = Files.copy(Path.of("../superbill"), deploy.resolve("superbill"));
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString(), command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", tools().toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("SUPERBILL_JDKS", folder + "/jdk-*");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /** What the script calls, without a JDK that this machine may have beside it. */
    private Path tools() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("bash", "sh", "dirname", "readlink", "sed", "cat", "find", "head", "rm")) {
            for (String place : List.of("/bin", "/usr/bin")) {
                if (Files.exists(Path.of(place, tool)) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), Path.of(place, tool));
                }
            }
        }
        return bin;
    }

    private record Answer(int code, String text) {}
}
