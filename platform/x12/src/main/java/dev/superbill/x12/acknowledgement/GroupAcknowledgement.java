package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.Position;
import dev.superbill.x12.X12Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 999 (005010X231A1), the implementation acknowledgment of one functional group. A 997 reads as the same record.
 *
 * @param position where its ST stands
 * @param ordinal of the transaction in the file, from 1
 * @param interchange the ISA that carries this answer; null when it is to be written
 * @param controlNumber ST02 of the 999
 * @param functionalIdentifier AK101, GS01 of the group that is answered ({@code HC})
 * @param groupControlNumber AK102, its GS06
 * @param version AK103, its GS08
 * @param transactions AK2 loops; may be empty when the whole group is answered alike
 * @param code AK901: {@code A} accepted, {@code E} accepted with errors, {@code P} partly, {@code R} rejected, {@code M},
 *     {@code W}, {@code X} rejected for security
 * @param included AK902, how many transactions GE01 said
 * @param received AK903
 * @param accepted AK904
 * @param codes AK905 to AK909
 * @param issues of this 999 itself
 */
public record GroupAcknowledgement(
        Position position,
        int ordinal,
        @Nullable InterchangeHeader interchange,
        String controlNumber,
        String functionalIdentifier,
        String groupControlNumber,
        String version,
        List<TransactionResult> transactions,
        String code,
        long included,
        long received,
        long accepted,
        List<String> codes,
        List<X12Issue> issues)
        implements Acknowledgement {

    /** Copies the lists. */
    public GroupAcknowledgement {
        transactions = List.copyOf(transactions);
        codes = List.copyOf(codes);
        issues = List.copyOf(issues);
    }

    /** Whether the group as a whole was rejected (R, M, W or X). */
    public boolean rejected() {
        return isRejection(code);
    }

    static boolean isRejection(String code) {
        return switch (code) {
            case "R", "M", "W", "X" -> true;
            default -> false;
        };
    }

    /**
     * AK2 to IK5, the answer to one transaction.
     *
     * @param position where its AK2 stands
     * @param setId AK201
     * @param controlNumber AK202, the ST02 that is answered
     * @param guide AK203, its ST03
     * @param errors IK3 loops
     * @param code IK501: {@code A}, {@code E}, {@code R}, {@code M}, {@code W}, {@code X}
     * @param codes IK502 to IK506: {@code 3} control numbers differ, {@code 4} wrong count, {@code 5} segments in error …
     */
    public record TransactionResult(
            Position position,
            String setId,
            String controlNumber,
            String guide,
            List<SegmentError> errors,
            String code,
            List<String> codes) {
        /** Copies the lists. */
        public TransactionResult {
            errors = List.copyOf(errors);
            codes = List.copyOf(codes);
        }

        /** Whether the transaction was rejected. */
        public boolean rejected() {
            return isRejection(code);
        }
    }

    /**
     * IK3, a segment in error.
     *
     * @param segment IK301
     * @param position IK302, its ordinal in the transaction with ST as 1
     * @param loop IK303
     * @param code IK304: {@code 1} unrecognised, {@code 2} unexpected, {@code 3} required segment missing, {@code 4} loop
     *     repeats too often, {@code 5} segment repeats too often, {@code 8} has element errors, {@code I4} not used …
     * @param contexts CTX
     * @param elements IK4 loops
     */
    public record SegmentError(
            String segment,
            long position,
            String loop,
            String code,
            List<Context> contexts,
            List<ElementError> elements) {
        /** Copies the lists. */
        public SegmentError {
            contexts = List.copyOf(contexts);
            elements = List.copyOf(elements);
        }
    }

    /**
     * IK4, an element in error.
     *
     * @param element IK401-1, its number in the segment
     * @param component IK401-2, in a composite; 0 otherwise
     * @param reference IK402, the data element's number in the dictionary; empty when not told
     * @param code IK403: {@code 1} required element missing, {@code 4} too short, {@code 5} too long, {@code 6} invalid
     *     character, {@code 7} invalid code, {@code 8} invalid date …
     * @param value IK404, the bad value
     * @param contexts CTX
     */
    public record ElementError(
            int element, int component, String reference, String code, String value, List<Context> contexts) {
        /** Copies the list. */
        public ElementError {
            contexts = List.copyOf(contexts);
        }
    }

    /**
     * CTX.
     *
     * @param name CTX01-1, for example {@code CLM01} or {@code SITUATIONAL TRIGGER}
     * @param value CTX01-2, for example the patient control number
     * @param segment CTX02; empty mostly
     * @param position CTX03; empty mostly
     * @param loop CTX04; empty mostly
     * @param element CTX05-1; empty mostly
     */
    public record Context(String name, String value, String segment, String position, String loop, String element) {
        /** Names the business unit, such as the claim. */
        public static Context of(String name, String value) {
            return new Context(name, value, "", "", "", "");
        }
    }
}
