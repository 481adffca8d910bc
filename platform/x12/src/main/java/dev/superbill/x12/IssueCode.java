package dev.superbill.x12;

/** What can be wrong with X12 data; each code has a weight and tells what to do about it. */
public enum IssueCode {
    // the file cannot be read
    NO_INTERCHANGE(Severity.FATAL, "Send an X12 file: it begins with ISA."),
    ISA_LENGTH(Severity.FATAL, "Have the sender write the ISA in its fixed length of 106 characters."),
    DELIMITERS_AMBIGUOUS(Severity.FATAL, "Use four different delimiters that are neither letters nor digits."),
    CUT_SHORT(Severity.FATAL, "Ask the sender for the whole file; what came ends before its IEA."),
    SEGMENT_TOO_LONG(Severity.FATAL, "Check the segment terminator in the ISA and send the file again."),

    // envelopes: each holds what it encloses
    SEGMENT_COUNT(Severity.ERROR, "Ask the sender to repair SE01 or to send the transaction again."),
    TRANSACTION_CONTROL_NUMBER(Severity.ERROR, "Ask the sender to make SE02 equal to ST02."),
    TRANSACTION_NOT_CLOSED(Severity.ERROR, "Ask the sender for the transaction with its SE."),
    TRANSACTION_COUNT(Severity.ERROR, "Ask the sender to repair GE01 or to send the group again."),
    GROUP_CONTROL_NUMBER(Severity.ERROR, "Ask the sender to make GE02 equal to GS06."),
    GROUP_NOT_CLOSED(Severity.ERROR, "Ask the sender for the group with its GE."),
    GROUP_COUNT(Severity.ERROR, "Ask the sender to repair IEA01 or to send the interchange again."),
    INTERCHANGE_CONTROL_NUMBER(Severity.ERROR, "Ask the sender to make IEA02 equal to ISA13."),
    INTERCHANGE_NOT_CLOSED(Severity.ERROR, "Ask the sender for the interchange with its IEA."),
    MISPLACED_SEGMENT(Severity.ERROR, "Ask the sender to keep every segment inside ISA, GS and ST."),
    DUPLICATE_CONTROL_NUMBER(Severity.WARNING, "Ask the sender to number groups and transactions apart."),

    // segments and elements
    UNKNOWN_SEGMENT(Severity.WARNING, "The segment was passed over; check the guide version."),
    UNEXPECTED_SEGMENT(Severity.WARNING, "The segment was passed over; check the order of the loops."),
    MISSING_SEGMENT(Severity.ERROR, "Send the segment that the guide requires."),
    MISSING_ELEMENT(Severity.ERROR, "Send the element that the guide requires."),
    GUIDE_FAULT(Severity.WARNING, "Tell the sender; it changes no amount and holds nothing."),
    BAD_AMOUNT(Severity.ERROR, "Send money as digits with at most two decimals."),
    BAD_NUMBER(Severity.WARNING, "Send a plain number without exponent."),
    BAD_DATE(Severity.WARNING, "Send dates as CCYYMMDD."),
    BAD_CODE(Severity.ERROR, "Send a code of the guide's list."),
    TOO_MANY(Severity.ERROR, "Split what is more than the guide allows."),
    TOO_LONG(Severity.ERROR, "Shorten the value to the guide's limit."),
    OUT_OF_BALANCE(Severity.ERROR, "Ask the payer for a corrected remittance, or accept it with a reason."),
    WRONG_TRANSACTION_SET(Severity.ERROR, "Send the transaction set that is read here."),

    // writing
    DELIMITER_IN_DATA(Severity.ERROR, "Take the delimiter out of the value, or transliterate it."),
    CHARACTER_NOT_ALLOWED(Severity.ERROR, "Use the basic or extended character set, or transliterate the value."),
    TRANSLITERATED(Severity.WARNING, "Nothing: the value was written in the basic character set.");

    /** How much a fault stops. */
    public enum Severity {
        /** The file is unreadable from here on. */
        FATAL,
        /** What carries the fault is held. */
        ERROR,
        /** Reported, holds nothing. */
        WARNING
    }

    private final Severity severity;
    private final String action;

    IssueCode(Severity severity, String action) {
        this.severity = severity;
        this.action = action;
    }

    /** How much a fault of this kind stops, unless an issue says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What to do about it, as a sentence. */
    public String action() {
        return action;
    }
}
