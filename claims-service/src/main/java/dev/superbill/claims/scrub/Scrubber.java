package dev.superbill.claims.scrub;

import java.util.List;

/** Asks all rules about a claim. */
public final class Scrubber {

    /** In the order in which somebody would mend what they find: who, to whom, what, how much. */
    private static final List<Rule> RULES = List.of(
            ProviderRules::billingProvider,
            ProviderRules::billingAddress,
            ProviderRules::renderingProvider,
            ProviderRules::taxonomy,
            ProviderRules::license,
            PatientRules::required,
            PatientRules::characters,
            CoverageRules::known,
            CoverageRules::active,
            CoverageRules::payer,
            CoverageRules::subscriber,
            CoverageRules::identifiers,
            CoverageRules::payerControlNumber,
            DateRules::future,
            DateRules::timelyFiling,
            SituationRules::accident,
            SituationRules::hospitalization,
            SituationRules::illness,
            SituationRules::laboratory,
            SituationRules::providers,
            SituationRules::referral,
            CodeRules::placeOfService,
            CodeRules::diagnoses,
            CodeRules::procedures,
            CodeRules::modifiers,
            CodeRules::pointers,
            ModifierRules::contradictions,
            ModifierRules::places,
            SituationRules::description,
            SituationRules::drugs,
            ChargeRules::total,
            ChargeRules::amounts,
            DuplicateRules::withinClaim,
            DuplicateRules::betweenClaims,
            NcciRules::pairs,
            NcciRules::units);

    private Scrubber() {}

    /** What all rules find; none when the claim is clean. */
    public static List<Edit> scrub(ScrubInput claim) {
        return RULES.stream().flatMap(rule -> rule.check(claim).stream()).toList();
    }
}
