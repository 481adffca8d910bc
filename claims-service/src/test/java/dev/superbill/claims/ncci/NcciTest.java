package dev.superbill.claims.ncci;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.superbill.claims.Practice;
import dev.superbill.testing.Backed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "claims")
class NcciTest {

    private static final String PAIRS = "procedure-pairs";
    private static final String LIMITS = "unit-limits";

    private final Practice practice = new Practice("yew");

    @Test
    void obeysThePracticesOwnTables() {
        practice.bills();
        UUID patient = practice.patient();
        practice.coverage(patient, practice.payer(), 1);
        Map<String, Object> visit = Practice.visit(patient, practice.provider(), "G0102", 10_000);
        visit.put("lines", List.of(Practice.line("G0102", 10_000), Practice.line("G0101", 5_000)));
        practice.as("biller").get("/api/v1/ncci/" + PAIRS).then().statusCode(404);

        load(PAIRS, """
                column1,column2,modifierIndicator,effectiveFrom,effectiveTo
                G0102,G0101,1,2020-01-01,
                G0101,G0008,0,2020-01-01,2021-12-31
                """).statusCode(200).body("rows", equalTo(2));
        load(LIMITS, """
                effectiveFrom,procedure,units,adjudicationIndicator
                2020-01-01,G0102,0,3
                """).statusCode(200);

        String claim = practice.bill(visit);
        practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("status", equalTo("HELD"))
                .body("edits.code", contains("NCCI_PAIR", "UNITS_UNLIKELY"))
                .body("edits.field", contains("lines[1].procedure", "lines[0].units"));

        // another practice has loaded none
        new Practice("box").as("biller").get("/api/v1/ncci/" + PAIRS).then().statusCode(404);
    }

    @Test
    void keepsTheFormerTableWhenANewOneCannotBeRead() {
        Practice other = new Practice("elm");
        load(other, LIMITS, "procedure,units,adjudicationIndicator,effectiveFrom\nJ1100,120,3,2026-01-01\n")
                .statusCode(200);
        load(other, LIMITS, """
                procedure,units,adjudicationIndicator,effectiveFrom
                J1100,120,3,2026-01-01
                J1101,many,3,2026-01-01
                """)
                .statusCode(422)
                .body("code", equalTo("TABLE_UNREADABLE"))
                .body("errors[0].position", equalTo(3));
        load(other, LIMITS, "procedure,units,adjudicationIndicator,effectiveFrom\nJ1100,120,3,\n")
                .statusCode(422)
                .body("code", equalTo("TABLE_UNREADABLE"), "errors[0].position", equalTo(2));
        other.as("auditor").get("/api/v1/ncci/" + LIMITS).then().body("rows", equalTo(1));
        other.as("biller")
                .contentType("text/csv")
                .body("")
                .put("/api/v1/ncci/" + LIMITS)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse load(String table, String csv) {
        return load(practice, table, csv);
    }

    private static ValidatableResponse load(Practice practice, String table, String csv) {
        return practice.as("billing-manager")
                .contentType("text/csv")
                .body(csv)
                .put("/api/v1/ncci/" + table)
                .then();
    }
}
