package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.stack.Stack;
import java.io.Console;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code superbill reset}: back to the first day. */
@Command(
        name = "reset",
        description = "Stop everything and remove all data, logs and keys; settings and unpacked programs stay.")
final class ResetCommand implements Callable<Integer> {

    private static final List<String> REMOVED = List.of("data", "logs", "run", "ssh");

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        if (!yes && !isAgreed(home)) {
            spec.commandLine().getOut().println("Nothing was removed.");
            return 1;
        }
        Stack.of(home).stop();
        for (String folder : REMOVED) {
            remove(home.folder().resolve(folder));
        }
        spec.commandLine().getOut().println("All data in " + home.folder() + " are gone.");
        return 0;
    }

    private static boolean isAgreed(Home home) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new SettingsException("reset removes all data in " + home.folder() + ": say --yes to agree");
        }
        String answer = console.readLine("Remove all data in %s? [y/N] ", home.folder());
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    private static void remove(Path folder) throws IOException {
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
