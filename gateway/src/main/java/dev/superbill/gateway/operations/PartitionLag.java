package dev.superbill.gateway.operations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a consumer group is behind in a partition.
 *
 * @param group {@code <service>.<consumer>}
 * @param topic what it reads
 * @param partition from 0
 * @param committed the offset up to which it has applied
 * @param end the offset after the newest event
 * @param lag events not applied yet
 * @param oldestUnreadAgeMillis age of the oldest of them in milliseconds, 0 when there is none
 */
@Schema(examples = PartitionLag.EXAMPLE)
record PartitionLag(
        String group, String topic, int partition, long committed, long end, long lag, long oldestUnreadAgeMillis) {

    static final String EXAMPLE = """
            {"group": "payments.charges", "topic": "claims.claim", "partition": 0, "committed": 4710, "end": 4711, "lag": 1,
             "oldestUnreadAgeMillis": 42}""";
}
