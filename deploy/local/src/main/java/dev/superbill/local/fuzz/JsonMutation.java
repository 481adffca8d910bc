package dev.superbill.local.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;

/** Changes one value of a JSON text: lost, doubled, of another type, too large, too deep. */
final class JsonMutation {

    /** Half a character is sent as its escape, which is the only way to say it. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 3_000;

    private final RandomGenerator random;

    JsonMutation(RandomGenerator random) {
        this.random = random;
    }

    byte[] of(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            // an earlier change has broken it: more is added to what is broken
            return (new String(body, StandardCharsets.UTF_8) + Hostile.text(random)).getBytes(StandardCharsets.UTF_8);
        }
        List<ObjectNode> objects = new ArrayList<>();
        objects(root, objects);
        if (objects.isEmpty()) {
            return written(value());
        }
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return written(value());
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> {
                return doubled(root, name);
            }
            case 2 -> object.set(Hostile.text(random), object.get(name));
            default -> object.set(name, value());
        }
        return written(root);
    }

    private static void objects(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.forEach(child -> objects(child, found));
    }

    private JsonNode value() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextInt(-5, 1_000));
            case 4 -> NODES.numberNode(random.nextDouble() * 1_000);
            case 5 -> NODES.numberNode(BigInteger.TEN.pow(random.nextInt(1_200)));
            case 6 -> deep();
            default -> NODES.textNode(Hostile.text(random));
        };
    }

    private JsonNode deep() {
        ArrayNode outermost = NODES.arrayNode();
        ArrayNode inner = outermost;
        int depth = random.nextInt(900);
        for (int i = 0; i < depth; i++) {
            inner = inner.addArray();
        }
        return outermost;
    }

    /** A key that comes twice, or brackets without an end, which no tree can say. */
    private byte[] doubled(JsonNode root, String name) {
        String text = new String(written(root), StandardCharsets.UTF_8);
        String addition = random.nextBoolean()
                ? "{\"" + name + "\": " + new String(written(value()), StandardCharsets.UTF_8) + ", "
                : "{\"" + name + "\": " + "[".repeat(random.nextInt(DEEPEST)) + ", ";
        return text.replaceFirst("\\{", Matcher.quoteReplacement(addition)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] written(JsonNode node) {
        try {
            return JSON.writeValueAsString(node).getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
