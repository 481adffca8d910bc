package dev.superbill.platform.events;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Makes the topics that a service owns, and the dead-letter topics of its consumers, when they are missing. A broker that
 * is down delays this and nothing else.
 */
@ApplicationScoped
class OwnedTopics {

    private static final Logger LOG = Logger.getLogger(OwnedTopics.class);
    private static final String DEAD_LETTER_SUFFIX = ".dead-letter-queue.topic";
    private static final long DEAD_LETTER_RETENTION_DAYS = 90;

    private final TopicSettings settings;
    private final Map<String, Object> kafka;
    private final List<String> deadLetters;
    private volatile boolean made;

    OwnedTopics(TopicSettings settings, @Identifier("default-kafka-broker") Map<String, Object> kafka, Config config) {
        this.settings = settings;
        this.kafka = kafka;
        this.deadLetters = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith(DEAD_LETTER_SUFFIX))
                .map(name -> config.getValue(name, String.class))
                .distinct()
                .toList();
    }

    void onStart(@Observes StartupEvent start) {
        make();
    }

    @Scheduled(every = "5s", delayed = "5s", identity = "make-topics")
    void makeMissing() {
        if (!made) {
            make();
        }
    }

    /** Whether all of them are there. */
    boolean areMade() {
        return made;
    }

    private synchronized void make() {
        if (made) {
            return;
        }
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_000);
        properties.keySet().retainAll(AdminClientConfig.configNames());
        try (Admin admin = Admin.create(properties)) {
            for (NewTopic topic : topics()) {
                make(admin, topic);
            }
            made = true;
        } catch (TimeoutException | ExecutionException e) {
            LOG.warnf("The topics could not be made yet: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        settings.topics()
                .forEach((name, topic) -> topics.add(new NewTopic(
                                name, Optional.of(settings.partitions()), Optional.empty())
                        .configs(
                                topic.compact()
                                        ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                                        : retention(topic.retentionDays()))));
        deadLetters.forEach(name -> topics.add(
                new NewTopic(name, Optional.of(1), Optional.empty()).configs(retention(DEAD_LETTER_RETENTION_DAYS))));
        return topics;
    }

    private static Map<String, String> retention(long days) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(TimeUnit.DAYS.toMillis(days)));
    }

    private static void make(Admin admin, NewTopic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.createTopics(List.of(topic)).all().get(5, TimeUnit.SECONDS);
            LOG.infof("Made topic %s", topic.name());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
