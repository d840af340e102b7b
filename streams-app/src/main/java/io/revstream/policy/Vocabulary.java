package io.revstream.policy;

import io.revstream.document.DidYouMean;
import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.events.LeadAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Words that the published events document. A policy may use others of its own; these tell a slip of the pen from a word of one's own. */
final class Vocabulary {

    static final Set<String> EMAIL_KINDS = Set.copyOf(List.of("business", "personal", "student", "competitor"));
    /** What is known of a lead beside its attributes; see {@code Circumstances}. */
    static final Set<String> FACTS = Set.of(
            "stage",
            "status",
            "accepted",
            "recycledFrom",
            "dealStage",
            "dealOutcome",
            "dealHas",
            "namedAccount",
            "customerAccount",
            "tier",
            "engagedContacts",
            "users",
            "teamUsage",
            "pass",
            "minutesToAccept",
            "captureKind",
            "confirmed",
            "qualifiedByRole",
            "meetingBooked",
            "criteriaMet",
            "total",
            "model",
            "likelyValue",
            "territory");

    /** What an account knows of itself; routing trees may ask for it. */
    static final Set<String> ROUTING_FACTS = Set.of("named", "chosen", "customer");

    /** Attributes that are true or false. */
    static final Set<String> FLAGS = Set.of(
            "accepted", "namedAccount", "customerAccount", "phoneValid", "teamUsage", "named", "chosen", "customer");

    /** Attributes that hold several words. */
    static final Set<String> SEVERAL_WORDS = Set.of("technologies", "confirmed", "dealHas");

    static final Set<String> NUMBERS = Set.of(
            "employees",
            "revenue",
            "tier",
            "score",
            "engagedContacts",
            "users",
            "pass",
            "minutesToAccept",
            "criteriaMet",
            "total",
            "likelyValue");
    static final Set<String> ATTRIBUTES = attributes();
    /** Neutral names of the outside systems that actions are asked of (GEN-10). */
    static final Set<String> PORTS = Set.of(
            "crm",
            "marketing-automation",
            "scheduling",
            "enrichment",
            "sales-engagement",
            "conversation-intelligence",
            "account-matching",
            "forecast-inspection",
            "billing",
            "customer-success",
            "attribution",
            "reporting",
            "warehouse",
            "product-analytics",
            "chat",
            "automation",
            "forms",
            "tasks",
            "advertising",
            "partner");
    /** The kinds that {@code ActivityEvent} documents. */
    static final Set<String> ACTIVITY_KINDS = Set.of(
            "PAGE_VIEW",
            "FORM_SUBMITTED",
            "DEMO_REQUEST",
            "CONTACT_SALES",
            "TRIAL_SIGN_UP",
            "CALCULATOR_USED",
            "CONTENT_DOWNLOADED",
            "WEBINAR_REGISTERED",
            "WEBINAR_ATTENDED",
            "EMAIL_OPENED",
            "EMAIL_CLICKED",
            "EMAIL_HARD_BOUNCED",
            "EMAIL_UNSUBSCRIBED",
            "SPAM_COMPLAINT",
            "SOCIAL_ENGAGED",
            "ACCOUNT_CREATED",
            "ONBOARDING_COMPLETED",
            "CORE_FEATURE_USED",
            "TEAM_MEMBER_INVITED",
            "USAGE_LIMIT_HIT",
            "DATA_EXPORTED",
            "INTEGRATION_CONNECTED",
            "LOGGED_IN",
            "CALL",
            "EMAIL_SENT",
            "EMAIL_REPLIED",
            "MEETING_BOOKED",
            "MEETING_HELD",
            "NOTE");

    private Vocabulary() {}

    /** Warns of a word that is none of these but near to one. */
    static void warnOfSlip(SourceNode word, String what, Set<String> known, Problems problems) {
        if (word.text() == null || known.contains(word.text())) {
            return;
        }
        String nearest = DidYouMean.nearest(word.text(), known);
        if (nearest != null) {
            problems.warning(
                    word,
                    "Expected " + what + ", but found \"" + word.text() + "\": did you mean \"" + nearest + "\"?");
        }
    }

    private static Set<String> attributes() {
        Set<String> names = new TreeSet<>(List.of("emailDomain", "emailKind", "titleLevel", "score"));
        names.addAll(FACTS);
        LeadAttributes.getClassSchema().getFields().stream()
                .filter(field -> field.schema().getType() != Schema.Type.MAP)
                .map(Field::name)
                .forEach(names::add);
        return names;
    }
}
