package dev.superbill.platform.sftp;

/**
 * A server and who we are there.
 *
 * @param user the submitter id
 * @param hostKey the only key that the server may show
 */
public record SftpAddress(String host, int port, String user, HostKey hostKey) {}
