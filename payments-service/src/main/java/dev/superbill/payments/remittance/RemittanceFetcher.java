package dev.superbill.payments.remittance;

import dev.superbill.payments.remittance.partner.TradingPartner;
import dev.superbill.payments.remittance.partner.TradingPartners;
import dev.superbill.platform.practice.Practices;
import dev.superbill.platform.sftp.RemoteFile;
import dev.superbill.platform.sftp.RemoteFolder;
import dev.superbill.platform.sftp.SftpConnections;
import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import dev.superbill.x12.X12Exception;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/**
 * Fetches remittances from the folders of trading partners. A file is told from others by its name, size and time; one
 * that is half written is left alone, and of the others those are taken whose first group is of remittances (GS01 HP).
 */
@ApplicationScoped
class RemittanceFetcher {

    private static final Logger LOG = Logger.getLogger(RemittanceFetcher.class);

    /** ISA and GS stand in the first few hundred bytes; more is only padding. */
    private static final int BEGINNING = 4_096;

    private static final String REMITTANCES = "HP";

    private final TradingPartners partners;
    private final SftpConnections connections;
    private final Remittances remittances;
    private final Practices practices;

    RemittanceFetcher(
            TradingPartners partners, SftpConnections connections, Remittances remittances, Practices practices) {
        this.partners = partners;
        this.connections = connections;
        this.remittances = remittances;
        this.practices = practices;
    }

    @Scheduled(
            every = "{superbill.sftp.poll-every}",
            identity = "fetch-remittances",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fetch() {
        practices.forEach("fetch-remittances", () -> partners.withServer().forEach(this::fetch));
    }

    private void fetch(TradingPartner partner) {
        try {
            connections.poll(partner.address(), partner.inboundFolder(), folder -> {
                for (RemoteFile file : folder.files()) {
                    if (file.isComplete() && !partners.isSeen(partner.id(), file)) {
                        fetch(partner, folder, file);
                    }
                }
                return Boolean.TRUE;
            });
        } catch (IOException e) {
            LOG.warnf("Partner %s could not be asked for files: %s", partner.name(), e.getMessage());
        }
    }

    private void fetch(TradingPartner partner, RemoteFolder folder, RemoteFile file) throws IOException {
        try (InputStream in = new BufferedInputStream(folder.read(file.name()), BEGINNING)) {
            in.mark(BEGINNING);
            byte[] beginning = in.readNBytes(BEGINNING);
            if (!holdsRemittances(beginning)) {
                partners.seen(partner.id(), file, null);
                return;
            }
            in.reset();
            Remittances.Received received = remittances.fetch(in, Remittance.fetched(partner.id(), file.name()));
            partners.seen(partner.id(), file, received.remittance().id());
        }
    }

    private static boolean holdsRemittances(byte[] beginning) {
        try {
            SegmentReader reader = new SegmentReader(new ByteArrayInputStream(beginning));
            for (Segment segment = reader.next(); segment != null; segment = reader.next()) {
                if (segment.is("GS")) {
                    return segment.element(1).equalsIgnoreCase(REMITTANCES);
                }
            }
        } catch (X12Exception e) {
            return false;
        }
        return false;
    }
}
