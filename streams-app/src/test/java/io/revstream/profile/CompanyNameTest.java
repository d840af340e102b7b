package io.revstream.profile;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompanyNameTest {

    private static final Set<String> LEGAL = Set.of("inc", "corp", "gmbh", "the");

    @ParameterizedTest
    @CsvSource({
        "'Acme, Inc.', acme",
        "The ACME Corp, acme",
        "Société Générale, societe generale",
        "A.C.M.E., acme",
        "Macy's, macys",
        "Smith & Sons GmbH, smith sons",
        "The Corp, the corp",
        "'  ', ''",
    })
    void namesAreComparedWithoutLegalFormsAccentsAndSigns(String name, String words) {
        assertThat(CompanyName.of(name, LEGAL).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "Acme Inc, ACME, 100",
        "Stark Industries, Stark Industrie, 98",
        "Microsoft, Micorsoft, 97",
        "Acme, Acme Industries, 85",
        "Acme, Zenith, 47",
    })
    void similarityIsInWholePercentRoundedDown(String one, String other, int percent) {
        CompanyName first = CompanyName.of(one, LEGAL);
        CompanyName second = CompanyName.of(other, LEGAL);

        assertThat(first.similarity(second)).isEqualTo(percent);
        assertThat(second.similarity(first)).isEqualTo(percent);
    }

    @Test
    void namesThatBeginTheSameShareAnIndex() {
        assertThat(CompanyName.of("The Acme", LEGAL).index()).isEqualTo("name/acm");
        assertThat(CompanyName.of("AC Milan", LEGAL).index()).isEqualTo("name/acm");
        assertThat(CompanyName.of("X", LEGAL).index()).isEqualTo("name/x");
        assertThat(CompanyName.of("!?", LEGAL).index()).isNull();
        assertThat(CompanyName.isIndex("name/acm")).isTrue();
        assertThat(CompanyName.isIndex("acme.com")).isFalse();
    }
}
