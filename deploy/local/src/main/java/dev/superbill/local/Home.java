package dev.superbill.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the local stack lives.
 *
 * @param checkout the folder of the sources, with the built artifacts below it
 * @param folder everything that the stack writes: {@code data}, {@code logs}, {@code run}, {@code ssh}, {@code servers}
 */
public record Home(Path checkout, Path folder) {

    /** The home of this invocation: {@code SUPERBILL_HOME}, or {@code .superbill} in the checkout. */
    public static Home current() {
        String root = System.getProperty("superbill.root");
        if (root == null) {
            throw new IllegalStateException("Start this through deploy/superbill: it tells where the checkout is");
        }
        Path checkout = Path.of(root).toAbsolutePath().normalize();
        String folder = System.getenv("SUPERBILL_HOME");
        return new Home(
                checkout,
                folder == null || folder.isBlank()
                        ? checkout.resolve(".superbill")
                        : Path.of(folder).toAbsolutePath().normalize());
    }

    /** Where parts keep what must survive a restart. */
    public Path data(String part) {
        return folder.resolve("data").resolve(part);
    }

    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    /** What the running stack tells other invocations. */
    public Path run() {
        return folder.resolve("run");
    }

    /** Servers that had to be unpacked; {@code reset} keeps them. */
    public Path servers() {
        return folder.resolve("servers");
    }

    /** The private key with which services sign in at a clearinghouse; the public one lies beside it with {@code .pub}. */
    public Path sshKey() {
        return folder.resolve("ssh").resolve("id_ed25519");
    }

    public Path settingsFile() {
        return folder.resolve("superbill.properties");
    }

    /** A file or folder that the build has made. */
    public Path artifact(String relative) {
        return checkout.resolve(relative);
    }

    /** Makes the folders; the data is nobody else's business. */
    public void make() {
        try {
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("logs"));
            Files.createDirectories(run());
        } catch (IOException e) {
            throw new UncheckedIOException("The home " + folder + " cannot be made; SUPERBILL_HOME names another", e);
        }
    }
}
