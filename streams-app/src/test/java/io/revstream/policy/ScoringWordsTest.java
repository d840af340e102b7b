package io.revstream.policy;

import io.revstream.scoring.ExampleModels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScoringWordsTest {

    @Test
    void every_form_of_a_rule_is_told_in_plain_words() {
        assertThat(PolicyText.of(ExampleModels.policy("general")))
                .contains("""
                          Fit (160 at most)
                              +5  FC-1                 employees from 1 to 10, highest of size
                        """)
                .contains("""
                             +10  EM-4                 3 times PAGE_VIEW of blog within 1w, less 5 every 2w, instead of EL-1
                              +5  EM-5                 EMAIL_CLICKED, each time, 25 at most, less 2 every 1mo
                        """)
                .contains("""
                              +1  EL-4                 only PAGE_VIEW of homepage, less 1 every 1w
                        """)
                .contains("""
                             +25  EP-3                 3 times CORE_FEATURE_USED within 30d, less 5 every 1mo since the last LOGGED_IN or CORE_FEATURE_USED or DATA_EXPORTED
                        """)
                .contains("""
                             +20  EP-8                 on 5 days LOGGED_IN or CORE_FEATURE_USED or DATA_EXPORTED within 1w, less 10 every 2w since the last LOGGED_IN or CORE_FEATURE_USED or DATA_EXPORTED
                        """)
                .contains("""
                             -50  NG-1                 emailKind is competitor; a person reviews
                        """)
                .contains("""
                             -20  NG-4                 EMAIL_UNSUBSCRIBED, taken from engagement
                             -50  NG-5                 EMAIL_HARD_BOUNCED; scoring stops
                            -100  NG-6                 SPAM_COMPLAINT; leaves all sequences
                        """)
                .contains("""
                             -15  NG-9                 no PAGE_VIEW for 90d
                        """);
        assertThat(PolicyText.of(ExampleModels.policy("enterprise")))
                .contains("+20  stakeholders         engagedContacts from 2\n");
        assertThat(PolicyText.of(ExampleModels.policy("mid-market", """
                        scoring:
                          models:
                            - model: M-MID
                              combination: SINGLE
                              engagementCondition: {any: [{kind: PAGE_VIEW}], atLeast: 2, within: 30d}
                              engagement:
                                - {rule: email-clicks, decay: {prorated: true}}
                        """)))
                .contains("  And in the time up to now: 2 times PAGE_VIEW within 30d\n")
                .contains("3 times EMAIL_CLICKED within 30d, less 2 evenly over 1mo\n");
    }
}
