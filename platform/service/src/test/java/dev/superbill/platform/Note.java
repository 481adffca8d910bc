package dev.superbill.platform;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Entity;

/** The smallest aggregate that a practice can have. */
@Entity
class Note extends PracticeEntity {

    private String text;

    protected Note() {}

    Note(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
