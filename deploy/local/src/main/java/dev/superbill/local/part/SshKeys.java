package dev.superbill.local.part;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;

/** The key with which the services sign in at the clearinghouse over SFTP. */
final class SshKeys {

    private static final String COMMENT = "superbill-local";

    private SshKeys() {}

    /** Makes an Ed25519 pair in OpenSSH's format, the public one beside it with {@code .pub}; keeps one that is there. */
    static synchronized void make(Path privateKey) throws IOException {
        Path publicKey = Path.of(privateKey + ".pub");
        if (Files.exists(privateKey) && Files.exists(publicKey)) {
            return;
        }
        Path folder = privateKey.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
            Files.deleteIfExists(privateKey);
            Files.createFile(
                    privateKey, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(privateKey)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, COMMENT, null, out);
            }
            try (OutputStream out = Files.newOutputStream(publicKey)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(pair, COMMENT, out);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("No SSH key could be made", e);
        }
    }
}
