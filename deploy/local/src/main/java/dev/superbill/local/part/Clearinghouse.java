package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The practice clearinghouse: a program apart that only knows X12 and SFTP. */
final class Clearinghouse implements Part {

    static final String NAME = "clearinghouse";

    private final Home home;
    private final int sftp;
    private final int http;
    private final String heap;
    private final Map<String, String> environment;

    Clearinghouse(Home home, Settings settings) {
        this.home = home;
        this.sftp = settings.port(Port.CLEARINGHOUSE);
        this.http = settings.port(Port.CLEARINGHOUSE_HTTP);
        this.heap = settings.heap(NAME, "128m");
        this.environment = settings.environmentOf(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.CLEARINGHOUSE, Port.CLEARINGHOUSE_HTTP);
    }

    @Override
    public String address() {
        return "sftp://localhost:" + sftp + ", http://localhost:" + http;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void requireArtifacts() throws MissingArtifactException {
        MissingArtifactException.unless(libraries());
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home.data(NAME));
        SshKeys.make(home.sshKey());
    }

    private Path libraries() {
        return home.artifact("deploy/clearinghouse/target/lib");
    }

    @Override
    public Launch launch() {
        List<String> command = JavaCommand.withHeap(heap)
                .quickStart()
                .main(
                        home.artifact("deploy/clearinghouse/target") + "/*:" + libraries() + "/*",
                        "dev.superbill.clearinghouse.ClearinghouseMain")
                .argument("--sftp-port", Integer.toString(sftp))
                .argument("--http-port", Integer.toString(http))
                .argument("--home", home.data(NAME).toString())
                .argument("--authorized-keys", home.sshKey() + ".pub")
                .toList();
        return new Launch(command, environment, home.data(NAME), Launch.StopSignal.TERM);
    }

    @Override
    public Health check() {
        Health control = Probe.tcp(http);
        return control.ready() ? Probe.tcp(sftp) : control;
    }
}
