package dev.superbill.claims.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads an 837P as guide 005010X222A1 has it, for what validators of syntax pass over: sums, levels and situations. Splits
 * the text by itself, so that a misreading of the library that wrote it does not cancel out.
 */
final class StrictGuide {

    private static final Set<String> ACCIDENTS = Set.of("AA", "OA");

    /** A segment that is missing: its numbers are zero, so that reading goes on. */
    private static final String[] ABSENT = Collections.nCopies(20, "0").toArray(String[]::new);

    private final List<String> faults = new ArrayList<>();
    private final Set<String> lineNumbers = new HashSet<>();
    private final List<String[]> segments;

    private StrictGuide(String file) {
        this.segments = file.lines()
                .flatMap(line -> List.of(line.split("~")).stream())
                .map(segment -> segment.split("\\*", -1))
                .toList();
    }

    /** What breaks the guide in the transactions of a file. */
    static List<String> faults(String file) {
        StrictGuide guide = new StrictGuide(file);
        guide.read();
        return guide.faults;
    }

    private void read() {
        Map<String, String[]> levels = new HashMap<>();
        Map<String, Integer> children = new HashMap<>();
        int hierarchy = 0;
        for (int i = 0; i < segments.size(); i++) {
            String[] segment = segments.get(i);
            switch (segment[0]) {
                case "ST" -> {
                    levels.clear();
                    children.clear();
                    hierarchy = 0;
                }
                case "HL" -> {
                    hierarchy++;
                    require(segment[1].equals("" + hierarchy), "HL01 counts from 1: " + segment[1]);
                    require(segment[2].isEmpty() || levels.containsKey(segment[2]), "HL02 names a level before");
                    levels.put(segment[1], segment);
                    children.merge(segment[2], 1, Integer::sum);
                }
                case "SE" ->
                    levels.forEach((number, level) ->
                            require(level[4].equals(children.containsKey(number) ? "1" : "0"), "HL04 of " + number));
                case "CLM" -> claim(i);
                case "N3" ->
                    require(
                            !before(i, "NM1")[1].equals("85") || !segment[1].matches("(?i).*P\\.?O\\.? ?BOX.*"),
                            "2010AA has a street");
                case "N4" ->
                    require(
                            !Set.of("85", "77").contains(before(i, "NM1")[1]) || segment[3].matches("\\d{9}"),
                            "N403 has nine digits");
                default -> numbers(segment);
            }
        }
    }

    private void numbers(String[] segment) {
        List<Integer> amounts = switch (segment[0]) {
            case "SV1" -> List.of(2, 4);
            case "AMT" -> List.of(2);
            case "SVD" -> List.of(2, 5);
            case "CAS" -> List.of(3, 4, 6, 7, 9, 10, 12, 13, 15, 16, 18, 19);
            case "CTP" -> List.of(4);
            default -> List.of();
        };
        for (int at : amounts) {
            String text = at < segment.length ? segment[at] : "";
            require(
                    text.isEmpty() || text.matches("-?(0|[1-9]\\d*)(\\.\\d*[1-9])?"),
                    segment[0] + " has a number with needless digits: " + text);
        }
        for (int e = 1; e < segment.length; e++) {
            require(
                    segment[e].matches("[A-Z0-9 !\"&'()+,\\-./;?=%@#$:^]*"),
                    segment[0] + " has characters beside the set: " + segment[e]);
        }
        require(!segment[segment.length - 1].isEmpty() || segment.length == 1, segment[0] + " ends with nothing");
    }

    private void claim(int start) {
        int end = start + 1;
        while (!Set.of("CLM", "HL", "SE").contains(segments.get(end)[0])) {
            end++;
        }
        List<String[]> claim = segments.subList(start, end);
        String[] clm = claim.getFirst();
        String name = "CLM " + clm[1] + ": ";
        int firstOther = first(claim, "SBR", claim.size());
        int firstLine = first(claim, "LX", claim.size());
        List<String[]> header = claim.subList(0, Math.min(firstOther, firstLine));
        parties(start, header, name);
        situations(clm, header, name);
        List<List<String[]>> lines = parts(claim.subList(firstLine, claim.size()), "LX");
        require(lines.size() <= 50, name + "at most 50 lines");
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            List<String[]> line = lines.get(i);
            require(line.getFirst()[1].equals("" + (i + 1)), name + "LX01 counts from 1");
            String number = one(line, "REF", "6R")[2];
            require(lineNumbers.add(number), name + "REF*6R is unique: " + number);
            one(line, "DTP", "472");
            String[] service = only(line, segment -> segment[0].equals("SV1"), "SV1");
            sum = sum.add(new BigDecimal(service[2]));
            int diagnoses = only(header, segment -> segment[0].equals("HI"), "HI").length - 1;
            for (String pointer : service[7].split(":")) {
                require(Integer.parseInt(pointer) <= diagnoses, name + "SV107 points to a diagnosis");
            }
        }
        require(new BigDecimal(clm[2]).compareTo(sum) == 0, name + "CLM02 is the sum of SV102");
        if (firstOther < firstLine) {
            others(start, claim.subList(firstOther, firstLine), lines, clm, name);
        }
    }

    private void parties(int start, List<String[]> header, String name) {
        int insured = level(start, "22");
        int patient = level(start, "23");
        boolean self = subscriber(start)[2].equals("18");
        require(self == (patient < insured), name + "a patient stands in 2000C when not the subscriber");
        int firstClaim = insured + first(segments.subList(insured, start + 1), "CLM", 0);
        List<String[]> loop = segments.subList(insured, self ? firstClaim : patient);
        require(
                self == loop.stream().anyMatch(segment -> segment[0].equals("DMG")),
                name + "2010BA has DMG when the patient is the subscriber, and only then");
        if (!self) {
            List<String[]> patients = segments.subList(patient, firstClaim);
            require(
                    !only(patients, segment -> segment[0].equals("PAT"), "PAT")[1].equals("18"),
                    name + "PAT01 is not 18");
            only(patients, segment -> segment[0].equals("DMG"), "DMG of 2010CA");
            only(patients, segment -> segment[0].equals("N4"), "N4 of 2010CA");
        }
        Set<String> codes = new HashSet<>();
        String[] diagnoses = only(header, segment -> segment[0].equals("HI"), "HI");
        require(diagnoses.length <= 13, name + "at most 12 diagnoses");
        for (int i = 1; i < diagnoses.length; i++) {
            require(codes.add(diagnoses[i].substring(4)), name + "a diagnosis stands once");
            require(diagnoses[i].startsWith(i == 1 ? "ABK:" : "ABF:"), name + "the first diagnosis is principal");
            require(!diagnoses[i].contains("."), name + "a diagnosis has no dot");
        }
    }

    private void situations(String[] clm, List<String[]> header, String name) {
        String[] place = clm[5].split(":");
        require(Set.of("1", "7", "8").contains(place[2]), name + "CLM05-3");
        require(has(header, "REF", "F8") != place[2].equals("1"), name + "REF*F8 stands with frequency 7 and 8");
        require(!place[0].equals("21") || has(header, "DTP", "435"), name + "DTP*435 stands with place of service 21");
        String[] cause = clm.length > 11 ? clm[11].split(":") : new String[0];
        boolean accident = List.of(cause).stream().limit(3).anyMatch(ACCIDENTS::contains);
        require(!accident || has(header, "DTP", "439"), name + "DTP*439 stands with an accident");
        boolean car = List.of(cause).stream().limit(3).anyMatch("AA"::equals);
        require(!car || cause.length > 3 && !cause[3].isEmpty(), name + "CLM11-4 stands with a car accident");
        require(Set.of("Y", "N").contains(clm[6]) && Set.of("A", "B", "C").contains(clm[7]), name + "CLM06, CLM07");
        require(Set.of("Y", "N", "W").contains(clm[8]) && Set.of("Y", "I").contains(clm[9]), name + "CLM08, CLM09");
    }

    private void others(int start, List<String[]> loops, List<List<String[]>> lines, String[] clm, String name) {
        Set<String> ranks = new HashSet<>(Set.of(subscriber(start)[1]));
        for (List<String[]> other : parts(loops, "SBR")) {
            String rank = other.getFirst()[1];
            require(ranks.add(rank), name + "SBR01 is unique: " + rank);
            String payer = one(other, "NM1", "PR")[9];
            one(other, "NM1", "IL");
            only(other, segment -> segment[0].equals("OI"), "OI");
            boolean earlier = "PST".indexOf(rank) < "PST".indexOf(subscriber(start)[1]);
            require(earlier == has(other, "AMT", "D"), name + "AMT*D stands with a payer that has decided");
            boolean onClaim = has(other, "DTP", "573");
            boolean onLines = false;
            BigDecimal explained = sum(other);
            if (earlier) {
                explained = explained.add(new BigDecimal(one(other, "AMT", "D")[2]));
            }
            for (List<String[]> line : lines) {
                for (List<String[]> decision : parts(line, "SVD")) {
                    if (decision.getFirst()[1].equals(payer)) {
                        one(decision, "DTP", "573");
                        onLines = true;
                        explained = explained.add(sum(decision));
                        String[] service = only(line, segment -> segment[0].equals("SV1"), "SV1");
                        require(
                                new BigDecimal(service[2])
                                                .compareTo(new BigDecimal(decision.getFirst()[2]).add(sum(decision)))
                                        == 0,
                                name + "SV102 = SVD02 + CAS");
                    }
                }
            }
            require(earlier == (onClaim || onLines) && !(onClaim && onLines), name + "DTP*573 stands at one level");
            require(
                    !earlier || new BigDecimal(clm[2]).compareTo(explained) == 0,
                    name + "CLM02 = AMT*D + CAS of claim and lines");
        }
    }

    /** The sum of the adjustments of a loop. */
    private BigDecimal sum(List<String[]> loop) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String[] segment : loop) {
            if (segment[0].equals("CAS")) {
                for (int e = 3; e < segment.length; e += 3) {
                    sum = sum.add(new BigDecimal(segment[e]));
                }
            }
        }
        return sum;
    }

    private static List<List<String[]>> parts(List<String[]> segments, String opener) {
        List<List<String[]>> parts = new ArrayList<>();
        for (String[] segment : segments) {
            if (segment[0].equals(opener)) {
                parts.add(new ArrayList<>());
            }
            if (!parts.isEmpty()) {
                parts.getLast().add(segment);
            }
        }
        return parts;
    }

    private static int first(List<String[]> segments, String id, int absent) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i)[0].equals(id)) {
                return i;
            }
        }
        return absent;
    }

    private String[] before(int index, String id) {
        return segments.get(lastIndex(index, segment -> segment[0].equals(id)));
    }

    /** SBR of 2000B: the one behind the last HL of a subscriber, for 2320 has others. */
    private String[] subscriber(int index) {
        return segments.get(level(index, "22") + 1);
    }

    private int level(int index, String code) {
        return lastIndex(index, segment -> segment[0].equals("HL") && segment[3].equals(code));
    }

    private int lastIndex(int before, Predicate<String[]> wanted) {
        for (int i = before - 1; i >= 0; i--) {
            if (wanted.test(segments.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean has(List<String[]> loop, String id, String qualifier) {
        return loop.stream().anyMatch(segment -> segment[0].equals(id) && segment[1].equals(qualifier));
    }

    private String[] one(List<String[]> loop, String id, String qualifier) {
        return only(loop, segment -> segment[0].equals(id) && segment[1].equals(qualifier), id + "*" + qualifier);
    }

    private String[] only(List<String[]> loop, Predicate<String[]> wanted, String what) {
        List<String[]> found = loop.stream().filter(wanted).toList();
        require(found.size() == 1, what + " stands " + found.size() + " times");
        return found.isEmpty() ? ABSENT : found.getFirst();
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            faults.add(rule);
        }
    }
}
