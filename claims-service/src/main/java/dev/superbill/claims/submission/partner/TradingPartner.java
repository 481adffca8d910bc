package dev.superbill.claims.submission.partner;

import dev.superbill.platform.practice.PracticeEntity;
import dev.superbill.platform.sftp.HostKey;
import dev.superbill.platform.web.ProblemException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A clearinghouse, or a payer that takes claims itself. */
@Entity
@Table(name = "trading_partner")
class TradingPartner extends PracticeEntity {

    @Column
    private String name;

    @Column
    private String receiverId;

    @Column
    private String receiverQualifier;

    @Column
    private String submitterId;

    @Column
    private String submitterQualifier;

    @Column
    private String host;

    @Column
    private int port;

    @Column
    private String hostKey;

    @Column
    private String outboundFolder;

    @Column
    private String inboundFolder;

    @Column
    private boolean expectsTa1;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    private UsageIndicator usageIndicator;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "trading_partner_payer", joinColumns = @JoinColumn(name = "trading_partner_id"))
    @Column(name = "payer_id")
    private Set<UUID> payerIds = new HashSet<>();

    protected TradingPartner() {}

    TradingPartner(TradingPartnerRequest request) {
        change(request);
    }

    final void change(TradingPartnerRequest request) {
        name = request.name().strip();
        receiverId = request.receiverId().strip();
        receiverQualifier = Objects.requireNonNullElse(request.receiverQualifier(), TradingPartnerRequest.MUTUAL);
        submitterId = request.submitterId().strip();
        submitterQualifier = Objects.requireNonNullElse(request.submitterQualifier(), TradingPartnerRequest.MUTUAL);
        host = request.host().strip();
        port = request.port();
        hostKey = readHostKey(request.hostKey());
        outboundFolder = request.outboundFolder().strip();
        inboundFolder = request.inboundFolder().strip();
        expectsTa1 = Boolean.TRUE.equals(request.expectsTa1());
        usageIndicator = Objects.requireNonNullElse(request.usageIndicator(), UsageIndicator.T);
        Set<UUID> wanted = new HashSet<>(Objects.requireNonNullElse(request.payerIds(), List.of()));
        if (!payerIds.equals(wanted)) {
            payerIds.clear();
            payerIds.addAll(wanted);
        }
    }

    private static String readHostKey(String text) {
        try {
            return HostKey.parse(text).text();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    "hostKey",
                    "The host key is neither an OpenSSH public key nor a SHA256 fingerprint",
                    "Send a line such as ssh-ed25519 AAAA… (from ssh-keyscan, checked with the partner) or SHA256:…");
        }
    }

    TradingPartnerView view() {
        return new TradingPartnerView(
                id(),
                name,
                receiverId,
                receiverQualifier,
                submitterId,
                submitterQualifier,
                host,
                port,
                hostKey,
                outboundFolder,
                inboundFolder,
                expectsTa1,
                usageIndicator,
                payerIds.stream().sorted().toList(),
                version());
    }
}
