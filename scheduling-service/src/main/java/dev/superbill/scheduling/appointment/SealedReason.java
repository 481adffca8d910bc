package dev.superbill.scheduling.appointment;

import dev.superbill.platform.phi.SealedText;
import jakarta.persistence.Converter;

/** Why a patient comes. */
@Converter
class SealedReason extends SealedText {

    SealedReason() {
        super("appointment", "reason");
    }
}
