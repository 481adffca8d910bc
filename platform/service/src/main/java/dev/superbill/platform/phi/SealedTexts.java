package dev.superbill.platform.phi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.phi.Place;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.phi.SealBrokenException;
import java.io.IOException;

/** The sealed texts of a JSON document, each the value of a field that {@link Place#ofEvent} names. */
public final class SealedTexts {

    private static final String SEALED = "enc:v1:";

    /** Numbers stay to the letter. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private SealedTexts() {}

    /** A pattern of PostgreSQL that finds documents with a text that another key has sealed. */
    public static String underOtherKeyThan(String active) {
        return SEALED + "(?!" + active.replace(".", "\\.") + ":)";
    }

    /** The document with each of them under the active key. */
    static byte[] sealAnew(PracticeCipher cipher, byte[] document) {
        try {
            JsonNode root = MAPPER.readTree(document);
            sealAnew(cipher, root);
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            // the original message would quote the document
            throw new IllegalStateException("A stored document is no JSON");
        }
    }

    private static void sealAnew(PracticeCipher cipher, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                JsonNode value = field.getValue();
                if (value.isTextual() && value.asText().startsWith(SEALED)) {
                    String anew = sealedAnew(cipher, Place.ofEvent(field.getKey()), value.asText());
                    field.setValue(JsonNodeFactory.instance.textNode(anew));
                }
            });
        }
        node.forEach(child -> sealAnew(cipher, child));
    }

    private static String sealedAnew(PracticeCipher cipher, Place place, String text) {
        try {
            return cipher.sealText(place, cipher.openText(place, text));
        } catch (SealBrokenException e) {
            // nothing of ours: somebody has typed a text that begins so
            return text;
        }
    }
}
