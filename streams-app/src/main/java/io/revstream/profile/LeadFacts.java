package io.revstream.profile;

import io.revstream.policy.DerivedFacts;
import io.revstream.policy.Facts;
import io.revstream.policy.Policy;
import io.revstream.state.Occurrence;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a policy may ask of a lead: its attributes, and those that the policy derives from them: {@code emailDomain},
 * {@code emailKind}, {@code titleLevel}, {@code likelyValue} and {@code territory}. Derived when asked for, and once.
 */
public final class LeadFacts implements Facts {

    private final LeadProfile profile;
    private final Policy policy;
    private final Facts circumstances;
    private final Facts derived;
    private Set<String> emailDomain;
    private Set<String> emailKind;
    private Set<String> titleLevel;

    /** @param circumstances what is known beside the attributes: asked for what no event stated of the lead itself */
    public LeadFacts(LeadProfile profile, Policy policy, Facts circumstances) {
        this.profile = profile;
        this.policy = policy;
        this.circumstances = circumstances;
        this.derived = DerivedFacts.of(this, policy);
    }

    @Override
    public Set<String> words(String attribute) {
        return switch (attribute) {
            case "emailDomain" -> emailDomain();
            case "emailKind" -> emailKind();
            case "titleLevel" -> titleLevel();
            case "likelyValue", "territory" -> derived.words(attribute);
            default -> {
                Set<String> stated = lowerCase(profile.values(attribute));
                yield stated.isEmpty() ? circumstances.words(attribute) : stated;
            }
        };
    }

    @Override
    public Long number(String attribute) {
        if (attribute.equals("likelyValue")) {
            return derived.number(attribute);
        }
        String text = profile.text(attribute);
        if (text == null) {
            return circumstances.number(attribute);
        }
        if (!isWhole(text)) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException tooLong) {
            return null;
        }
    }

    @Override
    public Occurrence toldBy(String attribute) {
        return profile.toldBy(
                switch (attribute) {
                    case "emailDomain", "emailKind" -> "email";
                    case "titleLevel" -> "title";
                    default -> attribute;
                });
    }

    private Set<String> emailDomain() {
        if (emailDomain == null) {
            emailDomain = word(EmailKind.domain(profile.text("email")));
        }
        return emailDomain;
    }

    private Set<String> emailKind() {
        if (emailKind == null) {
            String domain = EmailKind.domain(profile.text("email"));
            emailKind = word(domain == null ? null : EmailKind.of(domain, policy));
        }
        return emailKind;
    }

    private Set<String> titleLevel() {
        if (titleLevel == null) {
            String title = profile.text("title");
            titleLevel = word(title == null ? null : TitleWords.level(title, policy));
        }
        return titleLevel;
    }

    private static Set<String> word(String word) {
        return word == null ? Set.of() : Set.of(word);
    }

    private static Set<String> lowerCase(List<String> values) {
        if (values.size() < 2) {
            return values.isEmpty() ? Set.of() : Set.of(values.get(0).toLowerCase(Locale.ROOT));
        }
        Set<String> words = new HashSet<>();
        values.forEach(value -> words.add(value.toLowerCase(Locale.ROOT)));
        return words;
    }

    private static boolean isWhole(String text) {
        int start = text.charAt(0) == '-' ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }
}
