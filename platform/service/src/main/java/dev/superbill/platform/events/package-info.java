/**
 * Events between services: CloudEvents 1.0 in binary mode over Kafka. A command writes its events to the outbox in its
 * own transaction ({@link dev.superbill.platform.events.Outbox}); the relay carries them to Kafka; a consumer applies
 * each of them once ({@link dev.superbill.platform.events.Inbox}), and what it cannot apply waits in a dead-letter topic.
 */
@NullMarked
package dev.superbill.platform.events;

import org.jspecify.annotations.NullMarked;
