package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.Reason;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fetched transaction that is held because no practice owns its payee; nothing of a patient is in it.
 *
 * @param id of the transaction
 * @param transaction its ordinal in the file, from 1
 * @param paymentCents BPR02
 */
@Schema(name = "UnknownPayee", examples = """
                {"id": "7a1c0e3b-52d4-5f0e-9a55-0c6f4bb0a7d1", "remittanceId": "0193f6c0-7d3e-7a10-9c44-1f2e3d4c5b6a",
                 "transaction": 1, "paymentCents": 600,
                 "reasons": [{"code": "PAYEE_UNKNOWN", "segment": "N1", "position": 10,
                  "message": "The payee (N1*PE 1999999992) is neither the practice's NPI nor its tax id."}]}""")
record UnknownPayee(
        UUID id,
        UUID remittanceId,
        int transaction,
        @Nullable Long paymentCents,
        List<Reason> reasons) {

    static UnknownPayee of(RemittanceTransaction transaction) {
        return new UnknownPayee(
                transaction.id(),
                transaction.remittanceId(),
                transaction.ordinal(),
                transaction.paymentCents(),
                transaction.reasons());
    }
}
