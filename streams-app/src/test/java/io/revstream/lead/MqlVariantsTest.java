package io.revstream.lead;

import io.revstream.events.DispositionKind;
import io.revstream.events.LeadAttributes;
import io.revstream.events.MqlPromoted;
import io.revstream.policy.Policy;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.Presets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The promotion rules of domain 3.1 and the thresholds of 3.2, each by configuration alone. */
class MqlVariantsTest {

    private static final String SCORE = "{rule: threshold, score: true}";
    private static final String DEMO = "{rule: demo-request, all: [{kind: DEMO_REQUEST}]}";
    private static final String PRICING =
            "{rule: pricing-and-form, all: [{kind: PAGE_VIEW, asset: pricing}, {kind: FORM_SUBMITTED}], within: 7d}";
    private static final String MEETING = "{rule: meeting-booked, all: [{kind: MEETING_BOOKED}]}";
    private static final String MEETING_OF_LEAD =
            "{rule: meeting-booked, all: [{kind: MEETING_BOOKED}], stages: [Lead]}";

    private static final Map<String, String> RULES = Map.of(
            "MR-1", rules(SCORE),
            "MR-2", rules(SCORE, DEMO, PRICING),
            "MR-3", rules(SCORE),
            "MR-4", rules(SCORE),
            "MR-5", rules(SCORE),
            "MR-6", rules(SCORE, MEETING_OF_LEAD),
            "MR-7", rules(SCORE, MEETING),
            "MR-8", rules(SCORE) + "\n  manual: [marketing, sdr]");

    @ParameterizedTest(name = "{0}")
    @Tag("MQL-01")
    @CsvSource(delimiter = '|', textBlock = """
            MR-1 | NORM   | 1  | 1  | 65 | both=threshold
            MR-2 | DUAL   | 30 | 30 | 65 | both=threshold, demo=demo-request, pricing=pricing-and-form
            MR-3 | SINGLE | 0  | 20 | 65 | both=threshold
            MR-4 | NORM   | 1  | 1  | 65 | both=threshold
            MR-5 | RAW    | 0  | 0  | 65 | both=threshold
            MR-6 | NORM   | 1  | 1  | 65 | both=threshold, meeting=meeting-booked
            MR-7 | NORM   | 1  | 1  | 65 | both=threshold, meeting=meeting-booked, subscriber=meeting-booked
            MR-8 | NORM   | 1  | 1  | 65 | both=threshold, hand=manual
            """)
    void everyVariantPromotesWhomItSays(
            String variant, String combination, int fit, int engagement, int threshold, String promoted) {
        VirtualLeads leads = new VirtualLeads(policy(RULES.get(variant), combination, fit, engagement, threshold, 25));
        perfectFit(leads, "fit");
        leads.captured("student", identified("student").setTitle("Student"));
        perfectFit(leads, "both");
        for (String lead : List.of("student", "both")) {
            leads.did(lead, "CONTENT_DOWNLOADED", "case-study");
            leads.did(lead, "CONTENT_DOWNLOADED", "ebook");
            leads.did(lead, "WEBINAR_ATTENDED", null);
            leads.did(lead, "PAGE_VIEW", "pricing");
            leads.did(lead, "TRIAL_SIGN_UP", null);
        }
        for (String lead : List.of("demo", "pricing", "meeting", "hand")) {
            leads.captured(lead, identified(lead).setCountry("US"));
        }
        leads.captured("subscriber", LeadAttributes.newBuilder().setEmail("subscriber@subscriber.example"));
        leads.did("demo", "DEMO_REQUEST", null);
        leads.did("pricing", "PAGE_VIEW", "pricing");
        leads.did("pricing", "FORM_SUBMITTED", null);
        leads.did("meeting", "MEETING_BOOKED", null);
        leads.did("subscriber", "MEETING_BOOKED", null);
        leads.decided("hand", DispositionKind.QUALIFY, "marketing", null);

        assertThat(promotions(leads)).isEqualTo(table(promoted));
    }

    @ParameterizedTest(name = "threshold {0}")
    @Tag("MQL-02")
    @ValueSource(ints = {50, 60, 65, 70, 75, 80})
    void everyThresholdIsTheModelsAndReachingItCounts(int threshold) {
        assertThat(promotions(trial(threshold, threshold - 10))).isEqualTo(Map.of("ada", "threshold"));
        assertThat(promotions(trial(threshold, threshold - 11))).isEmpty();
    }

    /** A lead of 10 fit points that signs up for a trial. */
    private static VirtualLeads trial(int threshold, int pointsOfTrial) {
        VirtualLeads leads = new VirtualLeads(policy(rules(SCORE), "RAW", 1, 1, threshold, pointsOfTrial));
        leads.captured("ada", identified("ada").setCountry("US"));
        leads.did("ada", "TRIAL_SIGN_UP", null);
        return leads;
    }

    private static Policy policy(
            String rules, String combination, int fit, int engagement, int threshold, int pointsOfTrial) {
        String preset = Presets.text("mid-market");
        String mql = "\nmql:\n" + rules + "\n  suppress: [customer, competitor]\n  openStages: [Subscriber, Lead]\n";
        String yaml = preset.replaceFirst("(?s)\nmql:\n.*?\n\n", mql + "\n")
                .replace("combination: NORM", "combination: " + combination)
                .replace(
                        "floors: {fit: 1, engagement: 1}", "floors: {fit: " + fit + ", engagement: " + engagement + "}")
                .replace("threshold: 65", "threshold: " + threshold)
                .replace("{kind: TRIAL_SIGN_UP}], points: 25", "{kind: TRIAL_SIGN_UP}], points: " + pointsOfTrial);
        return PolicyReader.read("variant", yaml).orThrow();
    }

    private static String rules(String... rules) {
        return "  rules:\n    - " + String.join("\n    - ", rules);
    }

    private static void perfectFit(VirtualLeads leads, String lead) {
        leads.captured(
                lead,
                identified(lead)
                        .setEmployees(200)
                        .setIndustry("software")
                        .setTitle("VP Sales")
                        .setCountry("US")
                        .setTechnologies(List.of("hubspot")));
    }

    private static LeadAttributes.Builder identified(String lead) {
        return LeadAttributes.newBuilder()
                .setName(lead)
                .setEmail(lead + "@" + lead + ".example")
                .setCompany(lead);
    }

    private static Map<String, String> promotions(VirtualLeads leads) {
        Map<String, String> rules = new TreeMap<>();
        leads.events(MqlPromoted.class).forEach(one -> rules.put(one.getLeadId(), one.getRule()));
        return rules;
    }

    private static Map<String, String> table(String promoted) {
        Map<String, String> rules = new TreeMap<>();
        Arrays.stream(promoted.split(", ")).map(one -> one.split("=")).forEach(one -> rules.put(one[0], one[1]));
        return rules;
    }
}
