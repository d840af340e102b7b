package io.revstream.lifecycle;

import io.revstream.policy.Facts;
import io.revstream.policy.RejectionRules.Watching;
import java.util.List;

/** Whether an attribute of a recycled lead is another than it was, so that the lead is taken up again (REJ-03, REJ-05). */
public final class Watch {

    private Watch() {}

    /** The words of an attribute, in order. */
    public static List<String> words(Facts facts, String attribute) {
        return facts.words(attribute).stream().sorted().toList();
    }

    /** What has changed since, in words; null for nothing. An attribute that is no longer known, or first known, has not grown. */
    public static String change(String attribute, List<String> before, Facts facts, Watching when) {
        List<String> now = words(facts, attribute);
        if (now.isEmpty() || now.equals(before)) {
            return null;
        }
        if (when == Watching.GROWS) {
            Long number = facts.number(attribute);
            Long former = number(before);
            if (number == null || former == null || number <= former) {
                return null;
            }
        }
        String from = before.isEmpty() ? "unknown" : String.join(", ", before);
        return attribute + " from " + from + " to " + String.join(", ", now);
    }

    private static Long number(List<String> words) {
        try {
            return words.size() == 1 ? Long.valueOf(words.get(0)) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
