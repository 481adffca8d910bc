package dev.superbill.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of one line: no control characters, which no claim can carry, and none that turn the direction of what is shown
 * after them, with which one name can be made to look like another.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = PlainText.CHARACTERS)
@ReportAsSingleViolation
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
public @interface PlainText {

    String CHARACTERS = "[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]*";

    /** The pattern of a text of several lines. */
    String LINES = "[\\P{Cc}\\r\\n\\t&&[^\\u202A-\\u202E\\u2066-\\u2069]]*";

    String MESSAGE = "The text holds control characters";

    String message() default MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
