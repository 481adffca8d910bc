package dev.superbill.local.part;

/**
 * What a part says of itself.
 *
 * @param ready whether it can do its work
 * @param alive false when only a new process helps: it does not answer, or says so itself
 * @param note why not, for a person; empty when it can
 */
public record Health(boolean ready, boolean alive, String note) {

    public static final Health READY = new Health(true, true, "");

    public static Health notReady(String note) {
        return new Health(false, true, note);
    }

    public static Health lifeless(String note) {
        return new Health(false, false, note);
    }
}
