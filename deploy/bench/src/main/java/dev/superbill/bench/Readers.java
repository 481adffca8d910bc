package dev.superbill.bench;

import com.imsweb.x12.reader.X12Reader;
import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import dev.superbill.x12.remittance.ClaimPayment;
import dev.superbill.x12.remittance.RemittanceEvent;
import dev.superbill.x12.remittance.RemittanceReader;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** The readers, each used as its own documentation shows: all segments, and the text of all elements. */
final class Readers {

    private Readers() {}

    /** By name, those of Superbill first. */
    static Map<String, Reading> all() {
        Map<String, Reading> readers = new LinkedHashMap<>();
        readers.put("superbill, segments and elements", Readers::segments);
        readers.put("superbill, claims and lines as records", Readers::remittances);
        readers.put("StAEDI", Readers::staedi);
        readers.put("EDIReader", Readers::ediReader);
        readers.put("imsweb x12-parser", Readers::imsweb);
        return readers;
    }

    private static long segments(InputStream file) {
        SegmentReader reader = new SegmentReader(file);
        long seen = 0;
        for (Segment segment = reader.next(); segment != null; segment = reader.next()) {
            for (int i = 1; i <= segment.size(); i++) {
                seen += segment.element(i).length();
            }
        }
        return seen;
    }

    private static long remittances(InputStream file) {
        RemittanceReader reader = new RemittanceReader(file);
        long seen = 0;
        for (RemittanceEvent event = reader.next(); event != null; event = reader.next()) {
            if (event instanceof ClaimPayment claim) {
                seen += 1 + claim.lines().size();
            }
        }
        return seen;
    }

    private static long staedi(InputStream file) throws Exception {
        long seen = 0;
        try (EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(file)) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.ELEMENT_DATA) {
                    seen += reader.getText().length();
                }
            }
        }
        return seen;
    }

    /** Through the interface of SAX, which it implements. */
    private static long ediReader(InputStream file) throws Exception {
        long[] seen = {0};
        DefaultHandler handler = new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes) {
                seen[0]++;
            }

            @Override
            public void characters(char[] text, int start, int length) {
                seen[0] += length;
            }
        };
        SAXParserFactory.newInstance("com.berryworks.edireader.EDIParserFactory", null)
                .newSAXParser()
                .parse(new InputSource(file), handler);
        return seen[0];
    }

    /** Makes a tree of the whole file. */
    private static long imsweb(InputStream file) throws Exception {
        X12Reader reader = new X12Reader(X12Reader.FileType.ANSI835_5010_X221, file, StandardCharsets.US_ASCII);
        if (!reader.getFatalErrors().isEmpty()) {
            throw new IllegalStateException("x12-parser gave up: " + reader.getFatalErrors());
        }
        return reader.getLoops().size();
    }
}
