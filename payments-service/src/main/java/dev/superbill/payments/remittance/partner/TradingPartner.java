package dev.superbill.payments.remittance.partner;

import dev.superbill.platform.sftp.SftpAddress;
import java.util.UUID;

/**
 * A trading partner.
 *
 * @param address its server, and who we are there
 * @param inboundFolder where its files for us lie
 */
public record TradingPartner(UUID id, String name, SftpAddress address, String inboundFolder) {}
