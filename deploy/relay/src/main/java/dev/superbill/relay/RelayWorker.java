package dev.superbill.relay;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;

/**
 * Kafka Connect's distributed worker that brings its own connectors: {@code RelayWorker worker.properties connectors/}.
 * Each file of the folder becomes a connector as soon as the database has the slot that it names; nobody has to call the
 * worker's REST interface. A changed file is a changed connector after the next start.
 */
public final class RelayWorker extends ConnectDistributed {

    private RelayWorker(String... arguments) {
        super(arguments);
    }

    /**
     * Runs until it is told to stop.
     *
     * @param arguments the worker's properties file and the folder of the connector files
     */
    public static void main(String[] arguments) {
        new RelayWorker(arguments).run();
    }

    @Override
    protected String usage() {
        return "RelayWorker <worker.properties> <folder of connector files>";
    }

    @Override
    public void processExtraArgs(Connect<DistributedHerder> connect, String[] extraArguments) {
        if (extraArguments.length != 1) {
            throw new IllegalArgumentException(usage());
        }
        List<ConnectorFile> files = ConnectorFile.in(Path.of(extraArguments[0]));
        for (ConnectorFile file : files) {
            Thread.ofPlatform()
                    .daemon()
                    .name("connector-" + file.name())
                    .start(new ConnectorStart(file, connect.herder(), new OutboxSlot(file, System.getenv())));
        }
    }
}
