package dev.superbill.payments.report;

import dev.superbill.kernel.Money;
import dev.superbill.payments.ledger.Debt;
import dev.superbill.platform.web.Cursor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an aging is asked for; a {@code @BeanParam}. As lists have it, but for what comes when no limit is given:
 * as much as there is of most practices, for a report is read as a whole.
 */
class AgingQuery {

    private static final int LARGEST = 500;
    private static final Pattern POSITION = Pattern.compile("(-?\\d{1,18})/([0-9a-f-]{36})");

    @QueryParam("by")
    @Parameter(description = "payer (when absent) or patient", example = "payer")
    @Nullable
    String by;

    @QueryParam("cursor")
    @Parameter(description = "The next of the part before; absent for the first part")
    @Nullable
    String cursor;

    @QueryParam("limit")
    @DefaultValue("500")
    @Min(1)
    @Max(LARGEST)
    @Parameter(description = "The most items wanted, 1 to 500")
    int limit = LARGEST;

    int limit() {
        return limit;
    }

    Debtor by() {
        return Debtor.of(by);
    }

    /** The last debt of the part before; null for the first part. */
    @Nullable
    Debt after() {
        if (cursor == null) {
            return null;
        }
        Matcher position = POSITION.matcher(Cursor.decode(cursor));
        if (!position.matches()) {
            throw Cursor.invalid();
        }
        return new Debt(UUID.fromString(position.group(2)), Money.ofCents(Long.parseLong(position.group(1))));
    }

    static String position(Debt debt) {
        return debt.owed().cents() + "/" + debt.partyId();
    }
}
