package dev.superbill.claims.payer;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A payer as kept. */
@Entity
@Table(name = "payer")
class PayerRow extends PracticeEntity {

    @Column(name = "payer_identifier")
    private String payerIdentifier;

    @Column
    private String name;

    @Column(name = "claim_filing_indicator")
    private String claimFilingIndicator;

    @Column(name = "timely_filing_days")
    private int timelyFilingDays;

    protected PayerRow() {}

    PayerRow(String payerIdentifier, String name, String claimFilingIndicator, int timelyFilingDays) {
        this.payerIdentifier = payerIdentifier;
        this.name = name;
        this.claimFilingIndicator = claimFilingIndicator;
        this.timelyFilingDays = timelyFilingDays;
    }

    void change(String name, String claimFilingIndicator, int timelyFilingDays) {
        this.name = name;
        this.claimFilingIndicator = claimFilingIndicator;
        this.timelyFilingDays = timelyFilingDays;
    }

    Payer toPayer() {
        return new Payer(id(), payerIdentifier, name, claimFilingIndicator, timelyFilingDays);
    }
}
