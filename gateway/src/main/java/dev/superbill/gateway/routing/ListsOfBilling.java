package dev.superbill.gateway.routing;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lists that the views read with the token of their callers, of whom not all may read the lists by themselves: the services
 * let them in, this door does not.
 */
public final class ListsOfBilling {

    private static final Pattern LISTS = Pattern.compile("/api/v1/(claims|encounters)/?");
    private static final Set<String> BILLING = Set.of("biller", "billing-manager", "auditor");

    private ListsOfBilling() {}

    /** Whether somebody with a role may pass the door to a path, as far as these lists are concerned. */
    public static boolean admit(String path, String role) {
        return !LISTS.matcher(path).matches() || BILLING.contains(role);
    }
}
