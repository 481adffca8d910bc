package dev.superbill.testing;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event as it stands in a topic.
 *
 * @param topic where it stands
 * @param key its key
 * @param id ce_id
 * @param type ce_type
 * @param practice ce_practiceid
 * @param payload its JSON
 */
public record SentEvent(String topic, String key, String id, String type, String practice, JsonNode payload) {}
