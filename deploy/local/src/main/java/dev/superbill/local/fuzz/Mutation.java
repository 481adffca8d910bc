package dev.superbill.local.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes a sample in one to four places: a bit, a range, a segment or element, a JSON value, an address, a header. */
final class Mutation {

    private static final int MOST_CHANGES = 4;
    private static final int MOST_REPEATS = 50;
    private static final int LONGEST_VALUE = 2_000;
    private static final List<String> HEADERS = List.of(
            "Idempotency-Key",
            "If-Match",
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Content-Encoding",
            "Cookie",
            "Forwarded",
            "Range",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "traceparent");

    private final RandomGenerator random;

    Mutation(RandomGenerator random) {
        this.random = random;
    }

    Sample of(Sample sample) {
        Sample mutated = sample;
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            mutated = changed(mutated);
        }
        return mutated;
    }

    private Sample changed(Sample sample) {
        String type = sample.type();
        if (random.nextInt(30) == 0) {
            return sample.withHeader(HEADERS.get(random.nextInt(HEADERS.size())), header());
        }
        if (type == null || random.nextInt(40) == 0) {
            return sample.withPath(address(sample.path()));
        }
        if (random.nextInt(100) == 0) {
            return sample.withType(random.nextBoolean() ? "application/json" : "application/edi-x12");
        }
        if (random.nextInt(4) == 0) {
            return sample.withBody(bytes(sample.body()));
        }
        return sample.withBody(type.contains("json") ? json(sample.body()) : x12(sample.body()));
    }

    private byte[] json(byte[] body) {
        return new JsonMutation(random).of(body);
    }

    /** What can be sent in a header at all. */
    private String header() {
        return Hostile.text(random).replaceAll("[^ -~]", "");
    }

    /** Another value for a parameter, or for a step of the path. */
    private String address(String path) {
        String text = Hostile.text(random);
        // few are longer than any address, because those are refused unread
        String value = URLEncoder.encode(
                text.substring(0, Math.min(text.length(), random.nextInt(10) == 0 ? text.length() : LONGEST_VALUE)),
                StandardCharsets.UTF_8);
        int query = path.indexOf('?');
        if (query >= 0 && random.nextInt(3) > 0) {
            String[] parameters = path.substring(query + 1).split("&");
            int which = random.nextInt(parameters.length);
            parameters[which] = parameters[which].replaceFirst("=.*", "=") + value;
            return path.substring(0, query + 1) + String.join("&", parameters);
        }
        String plain = query < 0 ? path : path.substring(0, query);
        int last = plain.lastIndexOf('/');
        return plain.substring(0, last + 1) + value + (query < 0 ? "" : path.substring(query));
    }

    private byte[] bytes(byte[] body) {
        if (body.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(body.length);
        byte[] copy = body.clone();
        switch (random.nextInt(5)) {
            case 0 -> copy[at] = (byte) random.nextInt(256);
            case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> copy = Arrays.copyOf(copy, at);
            case 3 ->
                copy = joined(Arrays.copyOf(copy, at), Arrays.copyOfRange(copy, end(at, copy.length), copy.length));
            default ->
                copy = joined(Arrays.copyOf(copy, end(at, copy.length)), Arrays.copyOfRange(copy, at, copy.length));
        }
        return copy;
    }

    private int end(int from, int length) {
        return from + random.nextInt(length - from + 1);
    }

    private static byte[] joined(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    /** As somebody's program may write it wrongly: segments lost, doubled, moved; elements of another kind. */
    private byte[] x12(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        List<String> segments = new ArrayList<>(List.of(text.split("~", -1)));
        if (segments.size() < 3) {
            return bytes(body);
        }
        int at = random.nextInt(segments.size() - 1);
        int other = random.nextInt(segments.size() - 1);
        switch (random.nextInt(8)) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(other, segments.get(at));
            case 2 -> Collections.swap(segments, at, other);
            case 3 -> segments.addAll(at, Collections.nCopies(1 + random.nextInt(MOST_REPEATS), segments.get(at)));
            default -> segments.set(at, element(segments.get(at)));
        }
        return String.join("~", segments).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String element(String segment) {
        String[] elements = segment.split("\\*", -1);
        int which = random.nextInt(elements.length);
        elements[which] = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> Integer.toString(random.nextInt(100_000));
            case 2 -> elements[random.nextInt(elements.length)];
            case 3 -> elements[which] + elements[which];
            default -> new String(Hostile.text(random).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        };
        return String.join("*", elements);
    }
}
