package dev.superbill.claims.submission.partner;

import dev.superbill.platform.sftp.HostKey;
import dev.superbill.platform.sftp.SftpAddress;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A trading partner as others see it.
 *
 * @param receiverId ISA08 and GS03
 * @param receiverQualifier ISA07
 * @param submitterId ISA06 and GS02, and the user of the SFTP server
 * @param submitterQualifier ISA05
 * @param hostKey the server's OpenSSH public key ({@code ssh-ed25519 AAAA…}) or its fingerprint ({@code SHA256:…})
 * @param outboundFolder where 837s are laid
 * @param inboundFolder where answers are fetched
 * @param expectsTa1 ISA14: a TA1 is asked for
 * @param usageIndicator ISA15
 * @param payerIds payers that are reached through this partner only
 * @param version grows with each change
 */
@Schema(name = "TradingPartner", examples = """
                {"id": "019a8f0e-7c1d-7000-8000-000000000013", "name": "Clearwater Clearinghouse", "receiverId": "CLEARWATER",
                 "receiverQualifier": "ZZ", "submitterId": "MAPLE01", "submitterQualifier": "ZZ", "host": "127.0.0.1",
                 "port": 12222, "hostKey": "SHA256:uNiVztksCsDhcc0u9e8BrRAlQ8QkUdC0yYpMvfLpZVg",
                 "outboundFolder": "outbound", "inboundFolder": "inbound", "expectsTa1": true, "usageIndicator": "T",
                 "payerIds": [], "version": 0}""")
public record TradingPartnerView(
        UUID id,
        String name,
        String receiverId,
        String receiverQualifier,
        String submitterId,
        String submitterQualifier,
        String host,
        int port,
        String hostKey,
        String outboundFolder,
        String inboundFolder,
        boolean expectsTa1,
        UsageIndicator usageIndicator,
        List<UUID> payerIds,
        long version) {

    /** The partner's server and our name there. */
    public SftpAddress address() {
        return new SftpAddress(host, port, submitterId, new HostKey(hostKey));
    }
}
