package io.revstream.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an account and its contacts know of each other.
 *
 * @param engagedFrom engagement points from which a contact is engaged (ACC-08)
 * @param engagedWithin a contact is engaged only for so long after its latest own activity; null for as long as the points last
 * @param countedUpTo up to how many engaged contacts, and users, are counted: beyond, one more is not told to all the others
 * @param mostContacts how many contacts an account keeps; those beyond are told once, and of no later change
 * @param answerWithin how long a promotion waits until the account of a new contact has said whether it is a customer; null
 *     does not wait
 * @param tellFrom engagement points by which a contact must change before its account is told; 0 tells every change
 * @param topContributions how many contacts are named when the engagement of an account is told
 * @param committee when engaged contacts are a buying committee; null when that is never said
 * @param users who uses the product; null when nobody is counted
 * @param nameMatch how company names are compared; null when they are not
 * @param ipProperty property of an activity that holds the domain of the company that an address resolved to; null for none
 * @param targets the target account list
 * @param tiers by ABM tier, how its leads are told to their owner
 * @param newContactPort where the owner of an account is told of each new contact (ACC-06); null when he is not
 * @param asked further fields of an account that conditions of the policy ask for, without the {@code account.} before them
 */
public record AccountRules(
        int engagedFrom,
        Span engagedWithin,
        int countedUpTo,
        int mostContacts,
        Span answerWithin,
        int tellFrom,
        int topContributions,
        Committee committee,
        Users users,
        NameMatch nameMatch,
        String ipProperty,
        TargetAccounts targets,
        SortedMap<Integer, Tier> tiers,
        String newContactPort,
        Set<String> asked) {

    /** What conditions write before a further field of the account. */
    public static final String FIELD = "account.";

    public AccountRules {
        tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
        asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
    }

    /**
     * A buying committee (ACC-08).
     *
     * @param from how many engaged contacts make one
     * @param within a contact counts for so long after its latest own activity; null for as long as it is engaged
     * @param port where the owner of the account is told; null when he is not
     */
    public record Committee(int from, Span within, String port) {}

    /**
     * Who uses the product, and when a team does (RTE-06).
     *
     * @param any activities of which any makes a user
     * @param within for how long after the latest of them; null for ever
     * @param teamFrom how many users of one account are a team
     * @param invite activities of which one by itself tells of a team; none when invitations do not count
     */
    public record Users(List<Signal> any, Span within, int teamFrom, List<Signal> invite) {

        public Users {
            any = List.copyOf(any);
            invite = List.copyOf(invite);
        }
    }

    /**
     * How company names are compared.
     *
     * @param from similarity in percent from which an account is a candidate for review
     * @param port where the review is asked for
     * @param ignored words in lower case that do not count, such as legal forms
     */
    public record NameMatch(int from, String port, Set<String> ignored) {}

    /**
     * How leads of a tier are told to their owner (domain 4.6).
     *
     * @param alert instant or standard
     * @param ports where they are told
     */
    public record Tier(String alert, List<String> ports) {

        public Tier {
            ports = List.copyOf(ports);
        }
    }

    /** The rule of a tier; null for no tier, and for one that the policy says nothing of. */
    public Tier tier(Integer tier) {
        return tier == null ? null : tiers.get(tier);
    }

    /** Attributes that count contacts, and what they count. */
    static final Map<String, String> COUNTED = Map.of("engagedContacts", "engaged contacts", "users", "users");
}
