package dev.superbill.local.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies and removes whole folders. */
public final class Folders {

    private Folders() {}

    /**
     * Copies a folder, while somebody may work in it: a file that vanishes meanwhile is passed over.
     *
     * @param wanted tells by the path inside of the folder what is copied; a folder that is not wanted is made, empty
     * @return the bytes copied
     */
    public static long copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path inside = from.relativize(folder);
                Path made = to.resolve(inside);
                if (!Files.isDirectory(made)) {
                    Files.createDirectories(made);
                    Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(folder));
                }
                return folder.equals(from) || wanted.test(inside)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path inside = from.relativize(file);
                if (wanted.test(inside)) {
                    try {
                        Files.copy(
                                file,
                                to.resolve(inside),
                                StandardCopyOption.COPY_ATTRIBUTES,
                                StandardCopyOption.REPLACE_EXISTING);
                        bytes[0] += attributes.size();
                    } catch (NoSuchFileException e) {
                        // dropped since the folder was listed: the log tells of that
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                if (fault instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw fault;
            }
        });
        return bytes[0];
    }

    /** Removes a folder with all that is in it; nothing happens when there is none. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                if (fault != null) {
                    throw fault;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
