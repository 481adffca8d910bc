package dev.superbill.local.part;

/**
 * What a part says of itself.
 *
 * @param ready whether it can do its work
 * @param note why not, for a person; empty when it can
 */
public record Health(boolean ready, String note) {

    public static final Health READY = new Health(true, "");

    public static Health notReady(String note) {
        return new Health(false, note);
    }
}
