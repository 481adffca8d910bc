package dev.superbill.local.part;

import dev.superbill.local.SettingsException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a program runs that refuses to be root. A user namespace of its own needs no other user and no other owner of the
 * files; where a container forbids that, the program runs as {@code nobody}, who then owns its data.
 *
 * @param prefix what goes before the command
 * @param owner who must own the data; empty when it is this user
 */
record Unprivileged(List<String> prefix, String owner) {

    private static final List<String> NAMESPACE = List.of("unshare", "-U", "--");
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--");

    static Unprivileged here() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of(), "");
        }
        if (works(NAMESPACE)) {
            return new Unprivileged(NAMESPACE, "root");
        }
        if (works(NOBODY)) {
            return new Unprivileged(NOBODY, "nobody");
        }
        throw new SettingsException(
                "PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) works"
                        + " here to leave it: run superbill as another user");
    }

    private static boolean works(List<String> prefix) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(with(prefix, List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // the program is not installed
            return false;
        }
    }

    List<String> command(List<String> command) {
        return with(prefix, command);
    }

    private static List<String> with(List<String> prefix, List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** Gives a folder and all in it to the owner, if it is somebody else's. */
    void own(Path folder) throws IOException {
        if (owner.isEmpty() || Files.getOwner(folder).getName().equals(owner)) {
            return;
        }
        UserPrincipal principal =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                return give(path);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                return give(path);
            }

            private FileVisitResult give(Path path) throws IOException {
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(principal);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
