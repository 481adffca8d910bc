/**
 * The event relay: a Kafka Connect worker that reads the outbox of each service from the log of its database (Debezium)
 * and writes the events to Kafka. It owns the connector files beside it and nothing else; it knows no event.
 */
@NullMarked
package dev.superbill.relay;

import org.jspecify.annotations.NullMarked;
