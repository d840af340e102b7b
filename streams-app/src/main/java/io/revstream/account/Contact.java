package io.revstream.account;

import io.revstream.events.LeadFact;
import io.revstream.events.RoutingAsked;
import io.revstream.routing.RepWish;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A lead of the account that is to be routed.
 *
 * @param round how many times it has been routed in this pass, from 1
 * @param reason PROMOTION, SLA_BREACH, MEETING or BACKUP
 * @param excluded reps who must not be chosen
 * @param previousOwner null when there was none
 * @param total its score
 * @param attributes what routing conditions may ask of it
 * @param preferred who has it already, or stands in for who had; null for nobody
 * @param askedAt when it was to be routed
 */
record Contact(
        String leadId,
        int pass,
        int round,
        String reason,
        List<String> excluded,
        String previousOwner,
        BigDecimal total,
        Map<String, String> attributes,
        RepWish preferred,
        Instant askedAt) {

    private static final int VERSION = 1;

    /** Sorted, so that a contact that is passed on is written the same in every process. */
    Contact {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    static Contact of(LeadFact fact) {
        RoutingAsked asked = fact.getRouting();
        return new Contact(
                fact.getLeadId(),
                fact.getPass(),
                asked.getRound(),
                asked.getReason(),
                List.copyOf(asked.getExcluded()),
                asked.getPreviousOwnerId(),
                asked.getTotal(),
                asked.getAttributes(),
                asked.getPreferredRepId() == null
                        ? null
                        : RepWish.of(
                                asked.getPreferredTeamId(), asked.getPreferredRepId(), asked.getPreferredBecause()),
                fact.getOccurredAt());
    }

    /** As a fact for another account, which does not ask later than this one was asked. */
    LeadFact toFact(String accountId) {
        RoutingAsked asked = new RoutingAsked(
                round,
                reason,
                excluded,
                previousOwner,
                total,
                attributes,
                preferred == null ? null : preferred.rep(),
                preferred == null ? null : preferred.team(),
                preferred == null ? null : preferred.because());
        return LeadFact.newBuilder()
                .setLeadId(leadId)
                .setAccountId(accountId)
                .setPass(pass)
                .setOccurredAt(askedAt)
                .setRouting(asked)
                .build();
    }

    void write(StateWriter out) {
        out.version(VERSION);
        out.text(leadId);
        out.unsigned(pass);
        out.unsigned(round);
        out.text(reason);
        out.list(excluded, StateWriter::text);
        out.optionalText(previousOwner);
        out.decimal(total);
        out.map(attributes, StateWriter::text);
        out.optional(preferred, (to, rep) -> {
            to.text(rep.team());
            to.text(rep.rep());
            to.text(rep.because());
        });
        out.instant(askedAt);
    }

    static Contact read(StateReader in) {
        in.version("a contact", VERSION);
        return new Contact(
                in.text(),
                (int) in.unsigned(),
                (int) in.unsigned(),
                in.text(),
                in.list(StateReader::text),
                in.optionalText(),
                in.decimal(),
                in.map(StateReader::text),
                in.optional(from -> RepWish.of(from.text(), from.text(), from.text())),
                in.instant());
    }
}
