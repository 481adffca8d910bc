package dev.superbill.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of who may, as people read it. */
final class WhoMay {

    private static final String API = "/api/v1/";

    private record Row(String path, Set<String> change, Set<String> readToo) {

        boolean covers(String other) {
            return other.equals(path) || other.startsWith(path + "/");
        }
    }

    private final List<Row> rows;
    private final Set<Row> used = new HashSet<>();

    private WhoMay(List<Row> rows) {
        this.rows = rows;
    }

    /** The table in a page. */
    static WhoMay read(Path page) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(page)) {
            String[] cells = line.split("\\|", -1);
            if (line.startsWith("| `") && cells.length == 5) {
                rows.add(new Row(API + cells[1].strip().replace("`", ""), roles(cells[2]), roles(cells[3])));
            }
        }
        return new WhoMay(rows);
    }

    private static Set<String> roles(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Who may call an operation; nobody when no row covers it. */
    Set<String> roles(String method, String path) {
        return rows.stream()
                .filter(row -> row.covers(path))
                .max(Comparator.comparingInt(row -> row.path().length()))
                .map(row -> {
                    used.add(row);
                    return method.equals("GET")
                            ? Stream.concat(row.change().stream(), row.readToo().stream())
                                    .collect(Collectors.toSet())
                            : row.change();
                })
                .orElse(Set.of());
    }

    /** Paths of rows that have covered nothing. */
    Set<String> unused() {
        return rows.stream()
                .filter(row -> !used.contains(row))
                .map(Row::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
