package dev.superbill.local.stack;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import dev.superbill.local.SettingsException;
import dev.superbill.local.part.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Finds ports that somebody else holds, before anything is started. */
final class PortCheck {

    private PortCheck() {}

    /**
     * @throws SettingsException that names each taken port, the part that wants it, and what to set
     */
    static void refuseTaken(Home home, Settings settings, List<Part> parts) {
        List<String> taken = new ArrayList<>();
        for (Part part : parts) {
            for (Port port : part.ports()) {
                int number = settings.port(port);
                if (isTaken(number)) {
                    taken.add("""
                            Port %d, which %s needs, is taken by another program. Stop that one, or choose another port:
                              --port %s=N, %s=N in the environment, or %s=N in %s""".formatted(
                            number, part.name(), port.label(), port.variable(), port.property(), home.settingsFile()));
                }
            }
        }
        if (!taken.isEmpty()) {
            throw new SettingsException(String.join(System.lineSeparator(), taken));
        }
    }

    static boolean isTaken(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            // a port that was left a moment ago is free
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), number));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
