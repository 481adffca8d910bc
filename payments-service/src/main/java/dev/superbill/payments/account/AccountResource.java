package dev.superbill.payments.account;

import dev.superbill.payments.patient.PatientNames;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.ClaimAccounts;
import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts over HTTP. */
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "auditor"})
@Tag(name = "Accounts")
class AccountResource {

    private final ClaimAccounts accounts;
    private final PatientNames patients;

    AccountResource(ClaimAccounts accounts, PatientNames patients) {
        this.accounts = accounts;
        this.patients = patients;
    }

    @GET
    @ReadsPhi("accounts")
    @Operation(
            summary = "List the accounts of a patient's visits",
            description = "By service date: what was charged, paid, written off and is owed, for each claim and payer.")
    public Page<EncounterAccount> ofPatient(
            @Parameter(description = "The patient's id")
                    @QueryParam("patient")
                    @NotNull(message = "The patient's id is missing")
                    UUID patient) {
        return new Page<>(encounters(accounts.ofPatient(patient)), null);
    }

    @GET
    @Path("/{encounterId}")
    @ReadsPhi("account")
    @Operation(
            summary = "Read the account of a visit",
            description =
                    "Charge = paid + adjusted + what payers and patient owe; a claim and payer each has its line.")
    public EncounterAccount find(
            @Parameter(description = "The encounter's id") @PathParam("encounterId") UUID encounterId) {
        return encounters(accounts.ofEncounter(encounterId)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("account of an encounter", encounterId));
    }

    @GET
    @Path("/patients/{patientId}")
    @ReadsPhi("patient account")
    @Operation(
            summary = "Read a patient's account",
            description = "What payers and the patient owe for all visits together, and for each.")
    public PatientAccount patient(@Parameter(description = "The patient's id") @PathParam("patientId") UUID patientId) {
        List<ClaimAccount> claims = accounts.ofPatient(patientId);
        if (claims.isEmpty() && patients.byId(Set.of(patientId)).isEmpty()) {
            throw ProblemException.notFound("patient", patientId);
        }
        return PatientAccount.of(patientId, encounters(claims));
    }

    private static List<EncounterAccount> encounters(List<ClaimAccount> claims) {
        Map<UUID, List<ClaimAccount>> byEncounter = new LinkedHashMap<>();
        claims.forEach(claim -> byEncounter
                .computeIfAbsent(claim.encounterId(), id -> new ArrayList<>())
                .add(claim));
        return byEncounter.values().stream().map(EncounterAccount::of).toList();
    }
}
