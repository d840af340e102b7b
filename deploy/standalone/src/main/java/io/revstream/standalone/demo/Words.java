package io.revstream.standalone.demo;

import java.util.List;
import java.util.Locale;

/** The words that people, companies and titles are made of. All domains end in {@code .example}, which nobody can own. */
final class Words {

    static final List<String> FIRST_NAMES = List.of(
            "Amara", "Ben", "Carla", "Dmitri", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jamal", "Keiko", "Lars",
            "Mina", "Nadia", "Oscar", "Paula", "Quentin", "Rosa", "Samir", "Tara", "Umar", "Vera", "Wei", "Ximena",
            "Yusuf", "Zoe");

    static final List<String> LAST_NAMES = List.of(
            "Adler",
            "Bianchi",
            "Costa",
            "Dubois",
            "Eriksen",
            "Fischer",
            "Garcia",
            "Haddad",
            "Ito",
            "Jansen",
            "Kowalski",
            "Larsen",
            "Mensah",
            "Novak",
            "Okafor",
            "Petrov",
            "Quinn",
            "Romero",
            "Schmidt",
            "Tanaka",
            "Usman",
            "Varga",
            "Weiss");

    static final List<String> STEMS = List.of(
            "Alder", "Basalt", "Cobalt", "Dune", "Ember", "Fjord", "Garnet", "Harbor", "Iris", "Juniper", "Kestrel",
            "Lumen", "Maple", "Nimbus", "Onyx", "Pine", "Quartz", "Ridge", "Summit", "Tidal");

    /** What a company does, and the industry that it is in by the policy's words. */
    record Trade(String name, String industry) {}

    static final List<Trade> TRADES = List.of(
            new Trade("Software", "software"),
            new Trade("Systems", "it-services"),
            new Trade("Devices", "hardware"),
            new Trade("Bank", "banking"),
            new Trade("Insurance", "insurance"),
            new Trade("Pay", "fintech"),
            new Trade("Foods", "food"),
            new Trade("Logistics", "logistics"),
            new Trade("Clinics", "healthcare"));

    static final List<String> TITLES = List.of(
            "VP Sales",
            "Director of Operations",
            "Marketing Manager",
            "Head of Revenue Operations",
            "Sales Manager",
            "CEO",
            "CTO",
            "Director of Marketing",
            "IT Manager",
            "Operations Analyst",
            "Consultant",
            "Marketing Intern");

    static final List<String> TOOLS =
            List.of("hubspot", "salesforce", "segment", "snowflake", "jira", "zendesk", "sap");

    static final List<String> REGIONS = List.of(
            "US-CA", "US-CA", "US-WA", "US-CO", "US-TX", "US-TX", "US-IL", "US-OH", "US-NY", "US-NY", "US-MA", "US-FL",
            "US-TN", "US-KS", "GB", "GB", "DE", "CA", "FR");

    static final List<String> FREE_MAIL = List.of("gmail.com", "yahoo.com", "outlook.com");

    private Words() {}

    static String slug(String words) {
        return words.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
