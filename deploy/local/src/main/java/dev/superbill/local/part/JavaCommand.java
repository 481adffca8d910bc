package dev.superbill.local.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts together how a Java part is started, with little memory: one machine holds ten of them. */
final class JavaCommand {

    private final List<String> options = new ArrayList<>();
    private final List<String> program = new ArrayList<>();

    private JavaCommand(String heap) {
        options.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        options.add("-Xmx" + heap);
        options.add("-XX:+UseSerialGC");
        options.add("-Xss512k");
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.add("-XX:-UsePerfData");
        options.add("--enable-native-access=ALL-UNNAMED");
        options.add("--sun-misc-unsafe-memory-access=allow");
    }

    static JavaCommand withHeap(String heap) {
        return new JavaCommand(heap);
    }

    /** Leaves out the optimising compiler: starts sooner, holds less, and is fast enough where little is computed. */
    JavaCommand quickStart() {
        return option("-XX:TieredStopAtLevel=1");
    }

    JavaCommand option(String option) {
        options.add(option);
        return this;
    }

    JavaCommand jar(Path jar) {
        program.addAll(List.of("-jar", jar.toString()));
        return this;
    }

    JavaCommand main(String classPath, String mainClass) {
        program.addAll(List.of("-cp", classPath, mainClass));
        return this;
    }

    JavaCommand argument(String... arguments) {
        program.addAll(List.of(arguments));
        return this;
    }

    List<String> toList() {
        List<String> command = new ArrayList<>(options);
        command.addAll(program);
        return command;
    }
}
