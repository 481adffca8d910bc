package dev.superbill.testing;

import org.testcontainers.DockerClientFactory;

/** Whether tests run on containers: {@code -Dbacking=containers|embedded}, else whichever the machine can. */
final class Docker {

    private static final boolean AVAILABLE = probe();

    private Docker() {}

    static boolean isUsed() {
        return AVAILABLE;
    }

    private static boolean probe() {
        return switch (System.getProperty("backing", "auto")) {
            case "containers" -> true;
            case "embedded" -> false;
            default -> {
                try {
                    yield DockerClientFactory.instance().isDockerAvailable();
                } catch (RuntimeException e) {
                    yield false;
                }
            }
        };
    }
}
