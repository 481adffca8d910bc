package dev.superbill.payments.remittance;

import static org.hamcrest.Matchers.equalTo;

import dev.superbill.testing.Backed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * Worked examples of the trade with claims of our own, through the API, each account moved by exactly the right cents:
 * what provider adjustments do beside payments, reversals and corrections.
 */
@QuarkusTest
@Backed(service = "payments")
class VectorsTest extends Scenario {

    /** Vector C: recoupment and interest change what comes, not what the claim was paid. */
    @Test
    void recoupsAndPaysInterestBesideAClaim() {
        Visit visit = charged(new Visit(practice).charging(60_000));

        posted(Era.paying("399.35")
                .claim(visit.clp("1", "600", "518", ""), visit.nm1(), "CAS*CO*45*82")
                .plb("PLB*1234567893*20261231*WO:R1*120*L6:R2*-1.35"));

        books("clearing", 39_935, "recoupment", 12_000, "interest", -135);
        books("adjustment.contractual", 8_200, "ar.payer", 0, "ar.patient", 0, "suspense", 0, "unapplied", 0);
    }

    /** Vector D: what a reversal would take is carried to the next remittance, and nets to zero there. */
    @Test
    void forwardsABalanceAndAppliesItLater() {
        Visit visit = charged(new Visit(practice).charging(25_000));
        posted(Era.paying("200").claim(visit.clp("1", "250", "200", ""), visit.nm1(), "CAS*CO*45*50"));

        posted(Era.paying("0")
                .claim(visit.clp("22", "-250", "-200", ""), visit.nm1(), "CAS*CO*45*-50")
                .plb("PLB*1234567893*20261231*FB:R3*-200"));
        books("clearing", 20_000, "forwarding", -20_000, "ar.payer", 25_000, "adjustment.contractual", 0);

        Visit next = charged(new Visit(practice).charging(35_000));
        posted(Era.paying("150")
                .claim(next.clp("1", "350", "350", ""), next.nm1())
                .plb("PLB*1234567893*20261231*FB:R3*200"));
        books("clearing", 35_000, "forwarding", 0, "ar.payer", 25_000, "unapplied", 0);
    }

    /** Vector E: an overpayment is found, booked at once and taken from a later payment. */
    @Test
    void takesAnOverpaymentFromALaterPayment() {
        Visit visit = charged(new Visit(practice).charging(10_000));
        posted(Era.paying("100").claim(visit.clp("1", "100", "100", ""), visit.nm1()));

        posted(Era.paying("0")
                .claim(visit.clp("22", "-100", "-100", ""), visit.nm1())
                .claim(visit.clp("1", "100", "60", ""), visit.nm1(), "CAS*CO*45*40")
                .plb("PLB*1234567893*20261231*WO:R4*-40"));
        books("clearing", 10_000, "recoupment", -4_000, "adjustment.contractual", 4_000, "ar.payer", 0);

        Visit next = charged(new Visit(practice).charging(9_000));
        posted(Era.paying("50")
                .claim(next.clp("1", "90", "90", ""), next.nm1())
                .plb("PLB*1234567893*20261231*WO:R4*40"));
        books("clearing", 15_000, "recoupment", 0, "ar.payer", 0);

        // a refund cheque is acknowledged: 72 and WO offset each other
        posted(Era.paying("0").plb("PLB*1234567893*20261231*WO:R5*40*72:R5*-40"));
        books("clearing", 15_000, "recoupment", 0);
    }

    private void posted(Era era) {
        send(era).then().statusCode(201).body("status", equalTo("POSTED"));
    }
}
