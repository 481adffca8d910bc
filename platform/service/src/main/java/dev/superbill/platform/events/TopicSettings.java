package dev.superbill.platform.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Map;

/** The topics that a service owns: {@code superbill.events.topics."claims.claim".compact=true}. */
@ConfigMapping(prefix = "superbill.events")
interface TopicSettings {

    /** Partitions of a topic that is made; consumers read them side by side, and a key stays in one. */
    @WithDefault("3")
    int partitions();

    @WithName("topics")
    Map<String, Topic> topics();

    interface Topic {

        /** Whether only the newest event of a key is kept: for topics whose events carry the whole state. */
        @WithDefault("false")
        boolean compact();

        /** How long events are kept where the topic is not compacted. */
        @WithDefault("30")
        long retentionDays();
    }
}
