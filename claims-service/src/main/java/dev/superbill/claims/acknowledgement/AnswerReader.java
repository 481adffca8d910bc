package dev.superbill.claims.acknowledgement;

import dev.superbill.x12.X12Exception;
import dev.superbill.x12.acknowledgement.Acknowledgement;
import dev.superbill.x12.acknowledgement.AcknowledgementReader;
import dev.superbill.x12.acknowledgement.ClaimAcknowledgement;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement;
import dev.superbill.x12.acknowledgement.InterchangeAcknowledgement;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of answers as statements about what we have sent. */
final class AnswerReader {

    private AnswerReader() {}

    /**
     * Reads a whole file.
     *
     * @throws X12Exception when it cannot be read to its end
     * @return without answers when the file has neither TA1 nor 999 nor 277CA
     */
    static Reading read(byte[] content) {
        AcknowledgementReader reader = new AcknowledgementReader(new ByteArrayInputStream(content));
        List<Reading.One> answers = new ArrayList<>();
        for (Acknowledgement answer = reader.next(); answer != null; answer = reader.next()) {
            answers.add(
                    switch (answer) {
                        case InterchangeAcknowledgement ta1 -> InterchangeRules.read(ta1);
                        case GroupAcknowledgement group -> SyntaxRules.read(group);
                        case ClaimAcknowledgement claims -> ClaimRules.read(claims);
                    });
        }
        return new Reading(answers);
    }
}
