/**
 * Files at trading partners over SFTP: {@link dev.superbill.platform.sftp.SftpConnections} opens a folder of a server that
 * is known by its key. The configuration {@code superbill.sftp.private-key} is the path of the OpenSSH private key by which
 * we are known; it is read at the first connection.
 */
@NullMarked
package dev.superbill.platform.sftp;

import org.jspecify.annotations.NullMarked;
