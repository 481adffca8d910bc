package dev.superbill.x12.acknowledgement;

/** What {@link AcknowledgementReader} gives, in file order. */
public sealed interface Acknowledgement
        permits InterchangeAcknowledgement, GroupAcknowledgement, ClaimAcknowledgement {}
