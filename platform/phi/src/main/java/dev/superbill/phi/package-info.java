/**
 * What keeps patients' data unreadable wherever it rests: a {@link dev.superbill.phi.Keyring} of master keys, a
 * {@link dev.superbill.phi.PracticeCipher} that seals values to their {@link dev.superbill.phi.Place}, and blind indexes
 * by which sealed values are found. Plain Java, so that tools beside the services can open what these have sealed.
 *
 * <p>A sealed value is {@code 0x01, length of the key's name, the key's name in ASCII, nonce of 12 bytes, AES-256-GCM
 * ciphertext with its tag of 16 bytes}. Its associated data is {@code practice|place}. As text, in events and JSON, it is
 * {@code enc:v1:<key's name>:<base64url of nonce and ciphertext>}.
 */
@NullMarked
package dev.superbill.phi;

import org.jspecify.annotations.NullMarked;
