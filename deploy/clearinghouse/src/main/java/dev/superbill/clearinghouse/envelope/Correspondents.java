package dev.superbill.clearinghouse.envelope;

/**
 * Who writes to whom, as the envelope names them.
 *
 * @param ourQualifier ISA05 of what we write
 * @param ourId ISA06, unpadded
 * @param theirQualifier ISA07
 * @param theirId ISA08, unpadded
 * @param usage ISA15: P or T
 */
public record Correspondents(String ourQualifier, String ourId, String theirQualifier, String theirId, String usage) {}
