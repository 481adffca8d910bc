package dev.superbill.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All figures of a run, told as they come. */
final class Figures {

    private final PrintWriter out;
    private final List<Figure> all = new ArrayList<>();
    private final long startedAtNanos = System.nanoTime();

    Figures(PrintWriter out) {
        this.out = out;
    }

    void add(Figure figure) {
        all.add(figure);
        progress("%s", line(figure).strip());
    }

    /** What is being done, with the seconds since the start. */
    void progress(String format, Object... arguments) {
        long seconds = (System.nanoTime() - startedAtNanos) / 1_000_000_000L;
        out.printf(Locale.ROOT, "%5d s  %s%n", seconds, String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    void table() {
        out.println();
        all.forEach(figure -> out.println(line(figure).stripTrailing()));
        out.flush();
    }

    private static String line(Figure figure) {
        String verdict = figure.holds() == null ? "" : figure.holds() ? "holds" : "does not hold";
        return String.format(
                Locale.ROOT,
                "(%s) %-58s %14s %-12s %-10s %s",
                figure.part(),
                figure.name(),
                Figure.plain(figure.value()),
                figure.unit(),
                figure.aim() == null ? "" : figure.aim(),
                verdict);
    }

    void write(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ArrayNode figures = json.createArrayNode();
        for (Figure figure : all) {
            ObjectNode one = figures.addObject();
            one.put("part", figure.part());
            one.put("name", figure.name());
            one.put("value", figure.value());
            one.put("unit", figure.unit());
            one.put("aim", figure.aim());
            one.put("holds", figure.holds());
        }
        ObjectNode whole = json.createObjectNode();
        whole.set("figures", figures);
        json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), whole);
    }
}
