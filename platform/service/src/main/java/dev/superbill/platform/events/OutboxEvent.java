package dev.superbill.platform.events;

/**
 * An event to be sent.
 *
 * @param topic the topic, such as {@code claims.claim}
 * @param key what keeps events in order: usually the aggregate's id
 * @param subject the id of the aggregate that the event is about
 * @param type the CloudEvents type, such as {@code dev.superbill.claims.claim-changed.v1}
 * @param payload a record that is written as JSON
 */
public record OutboxEvent(String topic, String key, String subject, String type, Object payload) {}
