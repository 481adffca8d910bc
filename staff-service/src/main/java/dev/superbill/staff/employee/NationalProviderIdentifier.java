package dev.superbill.staff.employee;

import dev.superbill.kernel.Npi;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is an NPI with the right check digit ({@link Npi}). */
@Constraint(validatedBy = NationalProviderIdentifier.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@interface NationalProviderIdentifier {

    String message() default "The NPI has 10 digits, begins with 1 or 2 and ends in its check digit; this one does not";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Absent is for others to judge. */
    class Check implements ConstraintValidator<NationalProviderIdentifier, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || Npi.isValid(text);
        }
    }
}
