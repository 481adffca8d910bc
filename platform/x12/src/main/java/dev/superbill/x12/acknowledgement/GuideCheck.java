package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Amounts;
import dev.superbill.x12.Dates;
import dev.superbill.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the segments of one transaction through a guide's loops and notes what a 999 tells: unknown, unexpected,
 * missing, repeated and misplaced segments, loops that repeat too often, required elements that are missing or unreadable.
 */
final class GuideCheck {
    private static final int MAX_ERRORS = 1_000;

    private final Set<String> known;
    private final List<Frame> stack = new ArrayList<>();
    private final List<GroupAcknowledgement.SegmentError> errors = new ArrayList<>();
    private GroupAcknowledgement.@Nullable Context claim;
    private long lastPosition = 1;

    GuideCheck(GuideNode.LoopNode guide) {
        this.known = GuideNode.ids(guide);
        stack.add(new Frame(guide));
    }

    /** Takes the next segment between ST and SE. */
    void accept(Segment segment) {
        long position = segment.ordinalInTransaction();
        lastPosition = position;
        Match match = find(segment);
        if (segment.is("CLM")) {
            claim = GroupAcknowledgement.Context.of("CLM01", segment.element(1));
        } else if (segment.is("HL")) {
            claim = null;
        }
        if (match == null) {
            String code = known.contains(segment.id()) ? "2" : "1";
            note(segment.id(), position, stack.getLast().loop.name(), code, List.of());
            return;
        }
        while (stack.size() - 1 > match.depth()) {
            leave(position);
        }
        enter(segment, match.index(), position);
    }

    /** What was found, the SE having come. */
    List<GroupAcknowledgement.SegmentError> finish() {
        while (!stack.isEmpty()) {
            leave(lastPosition + 1);
        }
        return List.copyOf(errors);
    }

    private record Match(int depth, int index) {}

    /** Where the guide has the segment next: in the innermost loop from here on, else in one around it. */
    private @Nullable Match find(Segment segment) {
        for (int depth = stack.size() - 1; depth >= 0; depth--) {
            Frame frame = stack.get(depth);
            List<GuideNode> children = frame.loop.children();
            // the segment that begins a loop begins another one when it comes again
            for (int i = depth == 0 ? frame.index : Math.max(1, frame.index); i < children.size(); i++) {
                if (children.get(i).matches(segment)) {
                    return new Match(depth, i);
                }
            }
            // loops that begin with the same segment stand at one place in the standard and may come in any order
            for (int i = 0; i < frame.index; i++) {
                if (children.get(i) instanceof GuideNode.LoopNode loop
                        && loop.matches(segment)
                        && children.get(frame.index).id().equals(loop.id())) {
                    return new Match(depth, i);
                }
            }
        }
        return null;
    }

    private void enter(Segment segment, int index, long position) {
        Frame frame = stack.getLast();
        missing(frame, index, position);
        frame.index = Math.max(frame.index, index);
        int count = ++frame.counts[index];
        GuideNode node = frame.loop.children().get(index);
        switch (node) {
            case GuideNode.SegmentNode spec -> {
                if (count > spec.max()) {
                    note(segment.id(), position, frame.loop.name(), "5", List.of());
                }
                elements(segment, spec, position, frame.loop.name());
            }
            case GuideNode.LoopNode loop -> {
                if (count > loop.max()) {
                    note(segment.id(), position, loop.name(), "4", List.of());
                }
                Frame inner = new Frame(loop);
                stack.add(inner);
                inner.counts[0] = 1;
                if (loop.children().getFirst() instanceof GuideNode.SegmentNode first) {
                    elements(segment, first, position, loop.name());
                }
            }
        }
    }

    private void leave(long position) {
        Frame frame = stack.removeLast();
        missing(frame, frame.loop.children().size(), position);
    }

    private void missing(Frame frame, int before, long position) {
        for (int i = frame.checked; i < before; i++) {
            GuideNode node = frame.loop.children().get(i);
            if (node.required() && frame.counts[i] == 0) {
                String name = node instanceof GuideNode.LoopNode loop ? loop.name() : frame.loop.name();
                note(node.id(), position, name, "3", List.of());
            }
        }
        frame.checked = Math.max(frame.checked, before);
    }

    private void elements(Segment segment, GuideNode.SegmentNode spec, long position, String loop) {
        List<GroupAcknowledgement.ElementError> found = new ArrayList<>(0);
        for (GuideNode.Required required : spec.elements()) {
            String value = required.component() == 0
                    ? segment.element(required.element())
                    : segment.component(required.element(), required.component());
            String code = code(required.kind(), value);
            if (!code.isEmpty()) {
                found.add(new GroupAcknowledgement.ElementError(
                        required.element(), required.component(), "", code, shown(value), List.of()));
            }
        }
        if (segment.is("DTP") && segment.has(3) && !validPeriod(segment)) {
            found.add(new GroupAcknowledgement.ElementError(3, 0, "1251", "8", shown(segment.element(3)), List.of()));
        }
        if (!found.isEmpty()) {
            note(segment.id(), position, loop, "8", found);
        }
    }

    private static String code(GuideNode.Kind kind, String value) {
        if (value.isEmpty()) {
            return "1";
        }
        return switch (kind) {
            case TEXT -> "";
            case AMOUNT -> Amounts.parse(value) == Amounts.INVALID ? "6" : "";
            case NUMBER -> Amounts.parseNumber(value) == null ? "6" : "";
        };
    }

    private static boolean validPeriod(Segment dtp) {
        String text = dtp.element(3);
        return switch (dtp.element(2)) {
            case "D8" -> text.length() == 8 && Dates.parse(text) != null;
            case "RD8" -> {
                int hyphen = text.indexOf('-');
                yield hyphen > 0
                        && Dates.parse(text.substring(0, hyphen)) != null
                        && Dates.parse(text.substring(hyphen + 1)) != null;
            }
            default -> true;
        };
    }

    // an answer repeats the bad value; what cannot stand in a 999 is left out
    private static String shown(String value) {
        if (value.length() > 99) {
            return "";
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || "*:~^".indexOf(c) >= 0) {
                return "";
            }
        }
        return value;
    }

    private void note(
            String segment, long position, String loop, String code, List<GroupAcknowledgement.ElementError> elements) {
        if (errors.size() < MAX_ERRORS) {
            String id = shown(segment);
            String place = loop.length() > 4 ? loop.substring(0, 4) : loop;
            List<GroupAcknowledgement.Context> contexts =
                    claim == null || shown(claim.value()).isEmpty() ? List.of() : List.of(claim);
            errors.add(new GroupAcknowledgement.SegmentError(
                    id.isEmpty() || id.length() > 3 ? "ZZZ" : id,
                    position,
                    place.equals("HEAD") ? "" : place,
                    code,
                    contexts,
                    elements));
        }
    }

    /** A loop that is open, and how far it is. */
    private static final class Frame {
        private final GuideNode.LoopNode loop;
        private final int[] counts;
        private int index;
        private int checked;

        Frame(GuideNode.LoopNode loop) {
            this.loop = loop;
            this.counts = new int[loop.children().size()];
        }
    }
}
