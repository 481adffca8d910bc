package dev.superbill.claims.ncci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.superbill.platform.web.Problem.Fault;
import dev.superbill.platform.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads a table as comma-separated values, whose first line names the columns in any order, a row at a time: they have
 * millions of rows.
 */
final class NcciTable<T> implements Iterator<T> {

    private static final CsvMapper CSV = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES, CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final MappingIterator<T> rows;
    private long line = 1;

    private NcciTable(MappingIterator<T> rows) {
        this.rows = rows;
    }

    /**
     * Begins to read.
     *
     * @throws ProblemException 422 when it has no line of names; while reading, for a row of another form with its line
     */
    static <T> NcciTable<T> read(InputStream content, Class<T> row) {
        try {
            return new NcciTable<>(CSV.readerFor(row)
                    .with(CsvSchema.emptySchema().withHeader())
                    .readValues(content));
        } catch (IOException e) {
            throw unreadable(1);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNextValue();
        } catch (JsonProcessingException e) {
            throw unreadable(line + 1);
        } catch (IOException e) {
            throw ProblemException.badRequest("body", "The body has ended early", "Send it again");
        }
    }

    @Override
    public T next() {
        line++;
        try {
            T row = rows.nextValue();
            if (row == null) {
                throw new NoSuchElementException();
            }
            return row;
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            throw unreadable(line);
        } catch (IOException e) {
            throw ProblemException.badRequest("body", "The body has ended early", "Send it again");
        }
    }

    private static ProblemException unreadable(long line) {
        return ProblemException.invalid(
                422,
                "TABLE_UNREADABLE",
                List.of(new Fault(
                        "body",
                        null,
                        line,
                        "The line is no row of the table",
                        "Name the columns in the first line, write dates as 2026-10-01, leave an open end empty")));
    }
}
