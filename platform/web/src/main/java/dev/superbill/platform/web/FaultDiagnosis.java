package dev.superbill.platform.web;

import java.util.Optional;

/** Knows what lies beneath an exception that no resource meant to throw: something that passes, or that a caller can mend. */
public interface FaultDiagnosis {

    /** What the caller is told; nothing when this knows the fault as little as anybody. */
    Optional<ProblemException> of(Throwable fault);
}
