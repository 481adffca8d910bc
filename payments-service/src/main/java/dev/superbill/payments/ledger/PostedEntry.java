package dev.superbill.payments.ledger;

/** An entry with its place in the order of posting. */
record PostedEntry(long sequence, JournalEntry entry) {}
