package io.revstream.app.cli;

import io.revstream.policy.Profile;
import io.revstream.policy.Profile.ContractValue;
import io.revstream.policy.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a company says of itself; all of it may be left out. */
final class ProfileOptions {

    private static final Pattern VALUE = Pattern.compile("(\\d{1,12})(?:-(\\d{1,12}))?");
    private static final Pattern CYCLE = Pattern.compile("[1-9][0-9]{0,5}(min|h|d|w|mo)");

    /** How a company sells. */
    enum Motion {
        PRODUCT_LED,
        SALES_LED,
        HYBRID;

        String word() {
            return ProfileOptions.word(this, "-");
        }

        /** As the command line takes it. */
        @Override
        public String toString() {
            return word();
        }
    }

    /** What a company wants first. */
    enum Goal {
        LIFT_CONVERSION("lift conversion"),
        CUT_SPEED_TO_LEAD("cut speed-to-lead"),
        FIX_HANDOFF_LEAKS("fix handoff leaks"),
        BUILD_NEW("build new");

        private final String words;

        Goal(String words) {
            this.words = words;
        }

        /** As the command line takes it. */
        @Override
        public String toString() {
            return ProfileOptions.word(this, "-");
        }
    }

    @Option(names = "--motion", description = "How the company sells: ${COMPLETION-CANDIDATES}.")
    private Motion motion;

    @Option(
            names = "--acv",
            paramLabel = "AMOUNT|FROM-TO",
            description = "Yearly contract value, in whole units: 12000, or 5000-25000.")
    private String contractValue;

    @Option(names = "--currency", defaultValue = "USD", description = "Currency of --acv (${DEFAULT-VALUE}).")
    private String currency;

    @Option(names = "--cycle", paramLabel = "SPAN", description = "From the first touch to closed-won: 60d, 6mo.")
    private String cycle;

    @Option(names = "--crm", paramLabel = "SYSTEM", description = "Where customer records are kept.")
    private String crm;

    @Option(names = "--marketing-automation", paramLabel = "SYSTEM", description = "What sends marketing's mails.")
    private String marketingAutomation;

    @Option(names = "--scheduling", paramLabel = "SYSTEM", description = "What books meetings.")
    private String scheduling;

    @Option(names = "--enrichment", paramLabel = "SYSTEM", description = "What adds facts about companies.")
    private String enrichment;

    @Option(names = "--leads-per-month", paramLabel = "N", description = "How many leads come in a month.")
    private Long leadsPerMonth;

    @Option(names = "--mql", paramLabel = "WORDS", description = "What counts as an MQL today.")
    private String mqlDefinition;

    @Option(names = "--sticks-at", paramLabel = "WORDS", description = "Where the funnel sticks; as often as needed.")
    private List<String> stickingPoints = new ArrayList<>();

    @Option(
            names = "--sla-hours",
            paramLabel = "N",
            description = "Hours that sales has to respond; 0 for no agreement.")
    private Integer slaHours;

    @Option(names = "--goal", description = "What the company wants first: ${COMPLETION-CANDIDATES}.")
    private Goal goal;

    /**
     * The profile.
     *
     * @throws ParameterException for an option that cannot be read
     */
    Profile profile(CommandLine command) {
        if (cycle != null && !CYCLE.matcher(cycle).matches()) {
            throw new ParameterException(command, "Expected a span such as 60d or 6mo for --cycle, but found " + cycle);
        }
        if ((slaHours != null && slaHours < 0) || (leadsPerMonth != null && leadsPerMonth < 0)) {
            throw new ParameterException(
                    command, "Expected no number below 0 for --sla-hours and --leads-per-month, but found one");
        }
        return new Profile(
                motion == null ? null : motion.word(),
                contractValue == null ? null : contractValue(command),
                cycle == null ? null : Span.parse(cycle),
                stack(),
                leadsPerMonth,
                mqlDefinition,
                stickingPoints,
                slaHours,
                goal == null ? null : goal.words,
                null,
                null);
    }

    private ContractValue contractValue(CommandLine command) {
        Matcher form = VALUE.matcher(contractValue);
        if (form.matches()) {
            long from = Long.parseLong(form.group(1));
            long to = form.group(2) == null ? from : Long.parseLong(form.group(2));
            if (from <= to) {
                return new ContractValue(from, to, currency.toUpperCase(Locale.ROOT));
            }
        }
        throw new ParameterException(
                command, "Expected an amount such as 12000 or 5000-25000 for --acv, but found " + contractValue);
    }

    private Map<String, String> stack() {
        Map<String, String> stack = new TreeMap<>();
        put(stack, "crm", crm);
        put(stack, "marketingAutomation", marketingAutomation);
        put(stack, "scheduling", scheduling);
        put(stack, "enrichment", enrichment);
        return stack;
    }

    private static void put(Map<String, String> stack, String use, String system) {
        if (system != null) {
            stack.put(use, system);
        }
    }

    private static String word(Enum<?> constant, String separator) {
        return constant.name().toLowerCase(Locale.ROOT).replace("_", separator);
    }
}
