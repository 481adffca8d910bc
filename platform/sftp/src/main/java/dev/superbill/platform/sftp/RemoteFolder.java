package dev.superbill.platform.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** One folder of a partner's server, while the connection is open. */
public final class RemoteFolder {

    private final SftpClient client;
    private final String path;

    RemoteFolder(SftpClient client, String path) {
        this.client = client;
        this.path = path;
    }

    /** The size of a file in bytes; empty when there is none of that name. */
    public OptionalLong sizeOf(String name) throws IOException {
        try {
            return OptionalLong.of(client.stat(at(name)).getSize());
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    /** Writes a whole file, over whatever a broken attempt has left of it. */
    public void write(String name, byte[] content) throws IOException {
        try (OutputStream out =
                client.write(at(name), EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            out.write(content);
        }
    }

    /** Gives a file its final name; fails when that is taken. */
    public void rename(String from, String to) throws IOException {
        client.rename(at(from), at(to));
    }

    /** The ordinary files of the folder, the oldest first; whatever a server calls a file that is no name is passed over. */
    public List<RemoteFile> files() throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        try {
            for (DirEntry entry : client.readEntries(path)) {
                SftpClient.Attributes attributes = entry.getAttributes();
                if (attributes.isRegularFile() && RemoteFile.isName(entry.getFilename())) {
                    Instant modifiedAt = attributes.getModifyTime() == null
                            ? Instant.EPOCH
                            : attributes.getModifyTime().toInstant();
                    files.add(new RemoteFile(entry.getFilename(), attributes.getSize(), modifiedAt));
                }
            }
        } catch (UncheckedIOException e) {
            // the iterator's way of saying that the folder is missing or the connection gone
            throw e.getCause();
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
