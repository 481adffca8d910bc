package dev.superbill.local.check;

import dev.superbill.check.ApiOriginals;
import dev.superbill.check.Coherence;
import dev.superbill.check.Databases;
import dev.superbill.check.Topics;
import dev.superbill.local.SettingsException;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.SignIn;
import dev.superbill.local.stack.StackSnapshot;
import java.net.URI;
import java.util.Map;

/** The check of a stack on this machine: its databases as their superuser, its files as a biller of each practice. */
public final class RunningStack {

    private static final String SUPERUSER = "postgres";
    private static final Map<String, String> READERS = Map.of("maple", "biller", "cedar", "biller@cedar");

    private RunningStack() {}

    /** The check of a running stack. */
    public static Coherence of(StackSnapshot stack) {
        return new Coherence(
                new Databases(authority(stack, "postgresql"), SUPERUSER, SUPERUSER),
                new Topics(authority(stack, "kafka")),
                new ApiOriginals(URI.create(stack.gateway()), READERS, new SignIn(stack.issuer())::token));
    }

    private static String authority(StackSnapshot stack, String part) {
        String address = stack.parts().stream()
                .filter(one -> one.name().equals(part))
                .map(PartSnapshot::address)
                .findFirst()
                .orElseThrow(() -> new SettingsException(part + " is not a part of this stack"));
        return address.replaceFirst("^[a-z]+://", "").replace("localhost", "127.0.0.1");
    }
}
