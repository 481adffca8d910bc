package dev.superbill.platform.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; a {@code @BeanParam}. */
public class PageRequest {

    private static final int LARGEST = 500;

    @QueryParam("cursor")
    @Parameter(description = "The next of the page before; absent for the first page")
    @Nullable
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(LARGEST)
    @Parameter(description = "The most items wanted, 1 to 500")
    int limit = 50;

    /** The most items wanted, 1 to 500. */
    public int limit() {
        return limit;
    }

    /** The id after which the page begins, for lists in the order of their ids. */
    public Optional<UUID> afterId() {
        return Optional.ofNullable(cursor).map(Cursor::decodeId);
    }

    /** The position after which the page begins, for lists in another order. */
    public Optional<String> after() {
        return Optional.ofNullable(cursor).map(Cursor::decode);
    }
}
