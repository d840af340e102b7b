package io.revstream.standalone.demo;

import java.util.List;
import java.util.Locale;

/**
 * Somebody who may become a customer.
 *
 * @param id lead id
 * @param company null when nobody knows where the person works
 * @param accountId the account that the CRM has linked; null leaves it to the e-mail domain
 * @param region ISO 3166-2; null outside the United States
 */
record Prospect(
        String id,
        String name,
        String email,
        String company,
        String accountId,
        String title,
        String industry,
        int employees,
        String country,
        String region,
        List<String> tools,
        boolean customer) {

    /** Most work for an account that is known, some elsewhere, and some only leave a private address. */
    static Prospect of(String id, Company company, Chance chance) {
        String name = chance.oneOf(Words.FIRST_NAMES) + " " + chance.oneOf(Words.LAST_NAMES);
        String mailbox = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        int where = chance.below(100);
        Account account = where < 65 ? chance.oneOf(company.accounts()) : unknown(chance);
        boolean isPrivate = where >= 90;
        return new Prospect(
                id,
                name,
                mailbox + "@" + (isPrivate ? chance.oneOf(Words.FREE_MAIL) : account.domain()),
                isPrivate && chance.percent(50) ? null : account.name(),
                where < 20 ? account.id() : null,
                chance.oneOf(Words.TITLES),
                account.industry(),
                account.employees(),
                account.country(),
                account.region(),
                chance.percent(70) ? List.of(chance.oneOf(Words.TOOLS)) : List.of(),
                account.customer());
    }

    private static Account unknown(Chance chance) {
        String name = chance.oneOf(Words.LAST_NAMES) + " & " + chance.oneOf(Words.LAST_NAMES);
        String place = chance.oneOf(Words.REGIONS);
        boolean american = place.startsWith("US-");
        return new Account(
                null,
                name,
                Words.slug(name).replace("-&-", "-") + ".example",
                chance.oneOf(Words.TRADES).industry(),
                chance.oneOf(List.of(6, 20, 60, 150, 320)),
                american ? "US" : place,
                american ? place : null,
                null,
                0,
                false);
    }
}
