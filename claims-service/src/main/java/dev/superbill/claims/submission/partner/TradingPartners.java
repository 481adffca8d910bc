package dev.superbill.claims.submission.partner;

import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, changes and finds trading partners. */
@ApplicationScoped
@Transactional
public class TradingPartners {

    private final TradingPartnerRepository repository;
    private final Outbox outbox;

    TradingPartners(TradingPartnerRepository repository, Outbox outbox) {
        this.repository = repository;
        this.outbox = outbox;
    }

    TradingPartnerView make(TradingPartnerRequest request) {
        TradingPartner partner = new TradingPartner(request);
        checkPayers(partner.view());
        repository.persist(partner);
        return told(partner);
    }

    TradingPartnerView change(UUID id, TradingPartnerRequest request, @Nullable String ifMatch) {
        TradingPartner partner = existing(id);
        EntityTags.check(ifMatch, partner.version());
        partner.change(request);
        checkPayers(partner.view());
        return told(partner);
    }

    Page<TradingPartnerView> list(PageRequest page) {
        return Page.of(
                        repository.page(page),
                        page.limit(),
                        partner -> partner.id().toString())
                .map(TradingPartner::view);
    }

    /**
     * The partner with an id.
     *
     * @throws ProblemException 404
     */
    public TradingPartnerView find(UUID id) {
        return existing(id).view();
    }

    /** All partners of the practice, in the order of their making; the first is the default one. */
    public List<TradingPartnerView> all() {
        return repository.inOrder().stream().map(TradingPartner::view).toList();
    }

    /** The partner through which alone a payer is reached, when the payer was assigned to one. */
    public Optional<TradingPartnerView> assignedTo(UUID payerId) {
        return repository.ofPayer(payerId).map(TradingPartner::view);
    }

    private TradingPartner existing(UUID id) {
        TradingPartner partner = repository.findById(id);
        if (partner == null) {
            throw ProblemException.notFound("trading partner", id);
        }
        return partner;
    }

    private void checkPayers(TradingPartnerView partner) {
        if (repository.isAnyAssignedElsewhere(partner.payerIds(), partner.id())) {
            throw ProblemException.conflict(
                    "PAYER_ASSIGNED", "A payer of payerIds is assigned to another trading partner: take it from there");
        }
    }

    /** The version is the new one only after the flush. */
    private TradingPartnerView told(TradingPartner partner) {
        repository.flush();
        TradingPartnerView view = partner.view();
        outbox.publish(TradingPartnerChanged.of(view).outboxEvent());
        return view;
    }
}
