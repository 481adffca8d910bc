package dev.superbill.claims.acknowledgement;

import java.util.List;

/**
 * A file of answers, understood.
 *
 * @param answers in the order of the file; at least one
 */
record Reading(List<One> answers) {

    Reading {
        answers = List.copyOf(answers);
    }

    /**
     * One acknowledgement of the file.
     *
     * @param statements in the order in which they apply
     * @param warnings what a person may want to know although nothing is refused
     */
    record One(Kind kind, Outcome outcome, List<Statement> statements, List<String> warnings) {

        One {
            statements = List.copyOf(statements);
            warnings = List.copyOf(warnings);
        }
    }

    /** The kind that says most about claims. */
    Kind kind() {
        return answers.stream().map(One::kind).max(Kind::compareTo).orElseThrow();
    }

    /** What the answers of that kind say together. */
    Outcome outcome() {
        return Outcome.together(answers.stream()
                .filter(answer -> answer.kind() == kind())
                .map(One::outcome)
                .toList());
    }

    List<String> warnings() {
        return answers.stream().flatMap(answer -> answer.warnings().stream()).toList();
    }
}
