package dev.superbill.testing;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Certificates for servers named {@code localhost}, and the files by which a client trusts them or does not. */
public final class TestAuthority {

    private static final String PASSWORD = "local";
    private static final Path FOLDER = generate();

    private TestAuthority() {}

    /** By this, a client trusts the servers of {@link Backed#encrypted()}. */
    public static Path trusted() {
        return FOLDER.resolve("server-ca.crt");
    }

    /** By this, it does not: another authority. */
    public static Path stranger() {
        return FOLDER.resolve("stranger-ca.crt");
    }

    static TestDatabase database(String service) {
        return TestDatabase.encrypted(service, FOLDER.resolve("server.crt"), FOLDER.resolve("server.key"));
    }

    static String broker() {
        return TestBroker.encrypted(
                FOLDER.resolve("server-keystore.p12"), FOLDER.resolve("server-truststore.p12"), PASSWORD);
    }

    private static Path generate() {
        try {
            Path folder = Files.createTempDirectory("superbill-certificates");
            for (String name : new String[] {"server", "stranger"}) {
                new CertificateGenerator(folder, true)
                        .generate(new CertificateRequest()
                                .withName(name)
                                .withCN("localhost")
                                .withPassword(PASSWORD)
                                .withFormat(Format.PEM)
                                .withFormat(Format.PKCS12));
            }
            // PostgreSQL takes no key that others may read
            Files.setPosixFilePermissions(folder.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
            return folder;
        } catch (Exception e) {
            throw new IllegalStateException("The certificates could not be made", e);
        }
    }
}
