package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One Kafka broker that is its own controller (KRaft). */
final class KafkaBroker implements Part {

    static final String NAME = "kafka";

    /** The data folder is formatted for this cluster; any fixed id will do. */
    private static final String CLUSTER = "c3VwZXJiaWxsLWxvY2FsMA";

    private final Home home;
    private final int port;
    private final int controllerPort;
    private final String heap;
    private final Map<String, String> environment;

    KafkaBroker(Home home, Settings settings) {
        this.home = home;
        this.port = settings.port(Port.KAFKA);
        this.controllerPort = settings.port(Port.KAFKA_CONTROLLER);
        this.heap = settings.heap(NAME, "256m");
        this.environment = settings.environmentOf(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
    }

    @Override
    public String address() {
        return "localhost:" + port;
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
    public void prepare() throws IOException, InterruptedException {
        Path data = home.data(NAME);
        Files.createDirectories(data);
        Files.writeString(
                serverProperties(),
                settings(data).entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                        .sorted()
                        .collect(Collectors.joining()));
        if (!Files.exists(data.resolve("log/meta.properties"))) {
            Tool.run(
                    home.log(NAME),
                    command("kafka.tools.StorageTool")
                            .argument(
                                    "format",
                                    "--cluster-id",
                                    CLUSTER,
                                    "--config",
                                    serverProperties().toString())
                            .toList());
        }
    }

    private Map<String, String> settings(Path data) {
        return Map.ofEntries(
                Map.entry("node.id", "1"),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", data.resolve("log").toString()),
                // owners make their topics: a misspelt name is a fault, not a topic
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", "3"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                // one broker on two cores: the usual 50 partitions cost seconds at each start
                Map.entry("offsets.topic.num.partitions", "5"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "5"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("log.segment.bytes", "134217728"));
    }

    @Override
    public Launch launch() {
        return new Launch(
                command("kafka.Kafka").argument(serverProperties().toString()).toList(),
                environment,
                home.data(NAME),
                Launch.StopSignal.TERM);
    }

    private JavaCommand command(String mainClass) {
        return JavaCommand.withHeap(heap)
                .option("-XX:ReservedCodeCacheSize=64m")
                .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                .option("-Dorg.slf4j.simpleLogger.logFile=System.out")
                .option("-Dorg.slf4j.simpleLogger.showDateTime=true")
                .option("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss,SSS")
                .option("-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info")
                .main(libraries() + "/*", mainClass);
    }

    private Path libraries() {
        return home.artifact("deploy/servers/target/kafka");
    }

    private Path serverProperties() {
        return home.data(NAME).resolve("server.properties");
    }

    /** Asks which requests the broker understands: it answers once it serves clients. */
    @Override
    public Health check() {
        byte[] client = "superbill".getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
            socket.setSoTimeout(5_000);
            DataOutputStream question = new DataOutputStream(socket.getOutputStream());
            question.writeInt(2 + 2 + 4 + 2 + client.length);
            question.writeShort(18); // ApiVersions
            question.writeShort(0);
            question.writeInt(1);
            question.writeShort(client.length);
            question.write(client);
            question.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            return answer.readInt() > 0 && answer.readInt() == 1
                    ? Health.READY
                    : Health.notReady("does not speak Kafka's protocol");
        } catch (IOException e) {
            return Health.notReady("does not answer yet");
        }
    }
}
