package dev.superbill.claims.submission;

/** A claim that cannot be written as an 837P: what is missing or wrong, without data of the patient. */
class RefusedClaimException extends RuntimeException {

    private final String place;

    /**
     * A refusal.
     *
     * @param place the segment and loop, such as {@code N4 of 2010AA}
     * @param reason what is wrong and what to do, one sentence
     */
    RefusedClaimException(String place, String reason) {
        super(reason + " (" + place + ")");
        this.place = place;
    }

    String place() {
        return place;
    }
}
