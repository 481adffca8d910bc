package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A guide's structure: loops with segments in order. */
sealed interface GuideNode {
    /** Whether it must be there. */
    boolean required();

    /** How often it may come; {@link Integer#MAX_VALUE} without limit. */
    int max();

    /** The segment it begins with. */
    String id();

    /** Whether a segment begins it. */
    boolean matches(Segment segment);

    /** What an element must be. */
    enum Kind {
        /** There. */
        TEXT,
        /** Money. */
        AMOUNT,
        /** A number. */
        NUMBER
    }

    /** An element that a segment requires; component 0 stands for the whole. */
    record Required(int element, int component, Kind kind) {}

    /** A segment of a loop. */
    record SegmentNode(String id, boolean required, int max, List<Required> elements) implements GuideNode {
        @Override
        public boolean matches(Segment segment) {
            return segment.is(id);
        }
    }

    /**
     * A loop: begins with a segment, perhaps of certain codes.
     *
     * @param qualified number of the element that holds the code; 0 when the segment alone tells the loop
     */
    record LoopNode(
            String name,
            String id,
            int qualified,
            List<String> codes,
            boolean required,
            int max,
            List<GuideNode> children)
            implements GuideNode {
        @Override
        public boolean matches(Segment segment) {
            return segment.is(id) && (qualified == 0 || codes.contains(segment.element(qualified)));
        }
    }

    /**
     * Reads a structure. A line is {@code SEGMENT usage max element…} ({@code 2$} is money, {@code 4#} a number,
     * {@code 5.1} a component) or opens a loop, <code>{NAME usage max SEGMENT[/element:code,code]</code>, which a closing brace
     * ends; {@code *} stands for no limit; {@code =NAME usage max} repeats a loop that was read before.
     */
    static LoopNode parse(String text) {
        Map<String, LoopNode> loops = new HashMap<>();
        List<List<GuideNode>> open = new ArrayList<>();
        List<String[]> headers = new ArrayList<>();
        open.add(new ArrayList<>());
        for (String line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            String[] words = line.split(" ", -1);
            if (line.startsWith("{")) {
                headers.add(words);
                open.add(new ArrayList<>());
            } else if (line.equals("}")) {
                LoopNode loop = loop(headers.removeLast(), open.removeLast());
                loops.putIfAbsent(loop.name(), loop);
                open.getLast().add(loop);
            } else if (line.startsWith("=")) {
                LoopNode known = loops.get(words[0].substring(1));
                if (known == null) {
                    throw new IllegalStateException("a guide repeats an unknown loop: " + line);
                }
                open.getLast()
                        .add(new LoopNode(
                                known.name(),
                                known.id(),
                                known.qualified(),
                                known.codes(),
                                words[1].equals("R"),
                                max(words[2]),
                                known.children()));
            } else {
                List<Required> elements = new ArrayList<>();
                for (int i = 3; i < words.length; i++) {
                    elements.add(element(words[i]));
                }
                open.getLast()
                        .add(new SegmentNode(words[0], words[1].equals("R"), max(words[2]), List.copyOf(elements)));
            }
        }
        return new LoopNode("HEADER", "ST", 0, List.of(), true, 1, List.copyOf(open.getFirst()));
    }

    /** The ids of all segments below a loop. */
    static Set<String> ids(LoopNode loop) {
        Set<String> ids = new HashSet<>();
        for (GuideNode child : loop.children()) {
            switch (child) {
                case SegmentNode segment -> ids.add(segment.id());
                case LoopNode inner -> ids.addAll(ids(inner));
            }
        }
        return ids;
    }

    private static LoopNode loop(String[] words, List<GuideNode> children) {
        String trigger = words[3];
        int slash = trigger.indexOf('/');
        String id = slash < 0 ? trigger : trigger.substring(0, slash);
        int colon = trigger.indexOf(':');
        int element = slash < 0 ? 0 : Integer.parseInt(trigger.substring(slash + 1, colon));
        List<String> codes =
                slash < 0 ? List.of() : List.of(trigger.substring(colon + 1).split(",", -1));
        return new LoopNode(
                words[0].substring(1), id, element, codes, words[1].equals("R"), max(words[2]), List.copyOf(children));
    }

    private static int max(String word) {
        return word.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(word);
    }

    private static Required element(String word) {
        Kind kind = word.endsWith("$") ? Kind.AMOUNT : word.endsWith("#") ? Kind.NUMBER : Kind.TEXT;
        String number = kind == Kind.TEXT ? word : word.substring(0, word.length() - 1);
        int point = number.indexOf('.');
        return point < 0
                ? new Required(Integer.parseInt(number), 0, kind)
                : new Required(
                        Integer.parseInt(number.substring(0, point)),
                        Integer.parseInt(number.substring(point + 1)),
                        kind);
    }
}
