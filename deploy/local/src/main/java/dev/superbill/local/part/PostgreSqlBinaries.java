package dev.superbill.local.part;

import dev.superbill.local.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once into the home from the jar that Maven brings. */
final class PostgreSqlBinaries {

    private PostgreSqlBinaries() {}

    /** Where the programs of the built version lie once they are unpacked. */
    static Path folder(Home home) throws IOException {
        String jar = jar(home).getFileName().toString();
        return home.servers().resolve(jar.substring(0, jar.length() - ".jar".length()));
    }

    static Path unpacked(Home home) throws IOException {
        Path folder = folder(home);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(home.servers());
        Path half = Files.createTempDirectory(home.servers(), "unpacking");
        try (JarFile jar = new JarFile(jar(home).toFile());
                InputStream packed = jar.getInputStream(archive(jar));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            unpack(tar, half);
        }
        // nobody, too, may have to run it
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path jar(Home home) throws IOException {
        Path built = home.artifact("deploy/servers/target");
        if (Files.isDirectory(built)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(built, "postgresql-*.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new MissingArtifactException(built.resolve("postgresql-*.jar"));
    }

    private static JarEntry archive(JarFile jar) throws IOException {
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().endsWith(".txz")) {
                return entry;
            }
        }
        throw new IOException(jar.getName() + " holds no PostgreSQL");
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("The archive reaches outside of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                Files.setPosixFilePermissions(path, permissions((entry.getMode() & 0100) != 0));
            }
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
