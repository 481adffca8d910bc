package dev.superbill.scheduling.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the patient is to the subscriber. */
enum Relationship {
    @JsonProperty("self")
    SELF,
    @JsonProperty("spouse")
    SPOUSE,
    @JsonProperty("child")
    CHILD,
    @JsonProperty("other")
    OTHER
}
