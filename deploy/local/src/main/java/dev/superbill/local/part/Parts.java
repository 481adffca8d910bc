package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.SettingsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All parts of the local stack, in the order in which they are shown. */
public final class Parts {

    /** Every name, in that order. */
    public static final List<String> NAMES = List.of(
            PostgreSql.NAME,
            KafkaBroker.NAME,
            Keycloak.NAME,
            Relay.NAME,
            Clearinghouse.NAME,
            "scheduling",
            "claims",
            "payments",
            "staff",
            "gateway");

    private Parts() {}

    /**
     * The parts of a stack.
     *
     * @param only the names of those wanted; all when empty
     * @throws SettingsException when a name is not a part's
     */
    public static List<Part> of(Home home, Settings settings, Collection<String> only) {
        Set<String> wanted = new LinkedHashSet<>(only.isEmpty() ? NAMES : known(only));
        wanted.removeAll(known(settings.without()));
        List<Part> all = new ArrayList<>(List.of(
                new PostgreSql(home, settings),
                new KafkaBroker(home, settings),
                new Keycloak(home, settings),
                new Relay(
                        home,
                        settings,
                        Databases.SERVICES.stream().filter(wanted::contains).toList()),
                new Clearinghouse(home, settings)));
        all.addAll(new Services(home, settings).all());
        all.removeIf(part -> !wanted.contains(part.name()));
        return List.copyOf(all);
    }

    /**
     * The same names, when all of them are parts.
     *
     * @throws SettingsException when one is not
     */
    public static Collection<String> known(Collection<String> names) {
        for (String name : names) {
            if (!NAMES.contains(name)) {
                throw new SettingsException(
                        "There is no part named %s; the parts are %s".formatted(name, String.join(", ", NAMES)));
            }
        }
        return names;
    }
}
