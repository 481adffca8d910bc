package dev.superbill.payments.remittance.partner;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;

/** One folder of a partner's server, while the connection is open. */
public final class RemoteFolder {

    private final SftpClient client;
    private final String path;

    RemoteFolder(SftpClient client, String path) {
        this.client = client;
        this.path = path;
    }

    /** The ordinary files of the folder, the oldest first. */
    public List<RemoteFile> files() throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        for (DirEntry entry : client.readEntries(path)) {
            SftpClient.Attributes attributes = entry.getAttributes();
            if (attributes.isRegularFile()) {
                Instant modifiedAt = attributes.getModifyTime() == null
                        ? Instant.EPOCH
                        : attributes.getModifyTime().toInstant();
                files.add(new RemoteFile(entry.getFilename(), attributes.getSize(), modifiedAt));
            }
        }
        files.sort(Comparator.comparing(RemoteFile::modifiedAt).thenComparing(RemoteFile::name));
        return files;
    }

    /** The bytes of a file. */
    public InputStream read(String name) throws IOException {
        return client.read(at(name));
    }

    private String at(String name) {
        return path.endsWith("/") ? path + name : path + "/" + name;
    }
}
