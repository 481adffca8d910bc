package dev.superbill.platform.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Dates as callers write them. Their years have four digits: X12 cannot say others (D8), and one day more or less of
 * such a date is still a date to Java and to the database.
 */
@Provider
public class Dates implements ParamConverterProvider {

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    /**
     * Reads a date of the form 2026-11-24.
     *
     * @throws DateTimeException when it is none, or its year has not four digits
     */
    public static LocalDate parse(String text) {
        LocalDate date = LocalDate.parse(text);
        check(date.getYear());
        return date;
    }

    /**
     * Reads an instant with its offset, of the form 2026-11-24T09:00:00-05:00.
     *
     * @throws DateTimeException when it is none, or its year has not four digits
     */
    public static Instant parseInstant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        check(time.getYear());
        return time.toInstant();
    }

    /**
     * Refuses a year that has not four digits.
     *
     * @throws DateTimeException for it
     */
    public static void check(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("The year has not four digits");
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == LocalDate.class ? (ParamConverter<T>) new Parameter() : null;
    }

    /** A date in an address. */
    private static final class Parameter implements ParamConverter<LocalDate> {

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return parse(text);
            } catch (DateTimeException e) {
                // the message names the value, by which the parameter is found that has it
                throw new IllegalArgumentException(text, e);
            }
        }

        @Override
        public String toString(LocalDate date) {
            return date.toString();
        }
    }
}
