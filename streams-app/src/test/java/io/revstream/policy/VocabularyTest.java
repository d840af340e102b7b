package io.revstream.policy;

import io.revstream.events.ActivityEvent;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VocabularyTest {

    @Test
    void the_kinds_of_activity_are_those_that_the_activities_topic_documents() {
        String documented = ActivityEvent.getClassSchema().getDoc();
        Set<String> kinds = Pattern.compile("\\b[A-Z][A-Z_]{3,}\\b")
                .matcher(documented)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(Vocabulary.ACTIVITY_KINDS).isEqualTo(kinds);
    }

    @Test
    void attributes_are_those_of_the_leads_topic_and_the_derived_ones() {
        assertThat(Vocabulary.ATTRIBUTES)
                .contains("email", "employees", "titleLevel", "tier")
                .doesNotContain("more")
                .containsAll(Vocabulary.NUMBERS);
    }
}
