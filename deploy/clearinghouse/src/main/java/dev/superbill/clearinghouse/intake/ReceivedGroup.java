package dev.superbill.clearinghouse.intake;

import java.util.List;

/**
 * One GS of an interchange.
 *
 * @param functionalId GS01
 * @param sender GS02
 * @param receiver GS03
 * @param controlNumber GS06
 * @param version GS08
 * @param errorCodes AK905 and following, for faults of GS and GE
 */
public record ReceivedGroup(
        String functionalId,
        String sender,
        String receiver,
        String controlNumber,
        String version,
        List<String> errorCodes,
        List<ReceivedTransaction> transactions) {

    public ReceivedGroup {
        errorCodes = List.copyOf(errorCodes);
        transactions = List.copyOf(transactions);
    }
}
