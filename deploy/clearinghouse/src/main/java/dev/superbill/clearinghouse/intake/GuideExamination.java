package dev.superbill.clearinghouse.intake;

import dev.superbill.x12.X12Exception;
import dev.superbill.x12.acknowledgement.Examination;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement.SegmentError;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement.TransactionResult;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds what the X12 library finds against the guide's structure to what was found in reading the claims. Either finding
 * rejects a transaction; where both mean the same segment, the library's is told, which is more exact.
 */
public final class GuideExamination {

    private GuideExamination() {}

    /**
     * The interchanges with the library's findings.
     *
     * @param in the same file again
     * @param interchanges as {@link InterchangeReader} read them
     */
    public static List<ReceivedInterchange> add(InputStream in, List<ReceivedInterchange> interchanges) {
        Examination examination;
        try {
            examination = Examination.of(in);
        } catch (X12Exception unreadable) {
            return interchanges;
        }
        if (examination.answers().size() != interchanges.size()) {
            return interchanges;
        }
        List<ReceivedInterchange> examined = new ArrayList<>();
        for (int i = 0; i < interchanges.size(); i++) {
            examined.add(examined(interchanges.get(i), examination.answers().get(i)));
        }
        return examined;
    }

    private static ReceivedInterchange examined(ReceivedInterchange received, Examination.Answer answer) {
        List<ReceivedGroup> groups = new ArrayList<>();
        for (ReceivedGroup group : received.groups()) {
            groups.add(answer.groups().stream()
                    .filter(found -> found.groupControlNumber().equals(group.controlNumber()))
                    .findFirst()
                    .map(found -> examined(group, found))
                    .orElse(group));
        }
        return received.withGroups(groups);
    }

    private static ReceivedGroup examined(ReceivedGroup group, GroupAcknowledgement found) {
        if (found.transactions().size() != group.transactions().size()) {
            return group;
        }
        List<ReceivedTransaction> transactions = new ArrayList<>();
        for (int i = 0; i < group.transactions().size(); i++) {
            transactions.add(
                    examined(group.transactions().get(i), found.transactions().get(i)));
        }
        return new ReceivedGroup(
                group.functionalId(),
                group.sender(),
                group.receiver(),
                group.controlNumber(),
                group.version(),
                group.errorCodes(),
                transactions);
    }

    private static ReceivedTransaction examined(ReceivedTransaction transaction, TransactionResult found) {
        if (found.errors().isEmpty()) {
            return transaction;
        }
        List<Fault> faults = new ArrayList<>();
        Set<Long> places = new HashSet<>();
        for (SegmentError error : found.errors()) {
            places.add(error.position());
            if (error.elements().isEmpty()) {
                faults.add(new Fault(error.segment(), error.position(), error.loop(), error.code(), 0, "", ""));
            }
            error.elements()
                    .forEach(element -> faults.add(new Fault(
                            error.segment(),
                            error.position(),
                            error.loop(),
                            error.code(),
                            element.element(),
                            element.code(),
                            element.value())));
        }
        transaction.faults().stream()
                .filter(fault -> !places.contains(fault.position()))
                .forEach(faults::add);
        return new ReceivedTransaction(
                transaction.setId(),
                transaction.controlNumber(),
                transaction.version(),
                transaction.batchReference(),
                transaction.submitterName(),
                faults,
                transaction.trailerCodes(),
                transaction.claims());
    }
}
