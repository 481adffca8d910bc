package dev.superbill.claims.submission.partner;

import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The practice's trading partners. */
@ApplicationScoped
class TradingPartnerRepository implements PanacheRepositoryBase<TradingPartner, UUID> {

    /** In the order of their making; one more than the page's limit. */
    List<TradingPartner> page(PageRequest page) {
        return find("id > ?1 order by id", page.afterId().orElse(new UUID(0, 0)))
                .range(0, page.limit())
                .list();
    }

    List<TradingPartner> inOrder() {
        return find("order by id").list();
    }

    Optional<TradingPartner> ofPayer(UUID payerId) {
        return find("from TradingPartner p where ?1 member of p.payerIds", payerId)
                .firstResultOptional();
    }

    boolean isAnyAssignedElsewhere(Collection<UUID> payerIds, UUID partner) {
        return !payerIds.isEmpty()
                && count(
                                "from TradingPartner p join p.payerIds payer where payer in ?1 and p.id <> ?2",
                                payerIds,
                                partner)
                        > 0;
    }
}
