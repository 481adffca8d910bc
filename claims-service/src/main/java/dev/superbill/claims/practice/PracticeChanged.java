package dev.superbill.claims.practice;

/** {@code dev.superbill.claims.practice-changed.v1}: the whole state of a practice's billing identity. */
record PracticeChanged(
        long version, String name, String npi, String taxId, String taxonomy, Address address, String timeZone) {

    static PracticeChanged of(BillingIdentity identity) {
        BillingProvider provider = identity.provider();
        return new PracticeChanged(
                identity.version(),
                provider.name(),
                provider.npi(),
                provider.taxId(),
                provider.taxonomy(),
                provider.address(),
                identity.timeZone());
    }
}
