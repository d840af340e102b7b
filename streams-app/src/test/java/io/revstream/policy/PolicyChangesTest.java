package io.revstream.policy;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyChangesTest {

    @Test
    void aFigureIsToldWithItsPlace() {
        assertThat(says(
                        "scoring: {models: [{model: A, threshold: 65}]}",
                        "scoring: {models: [{model: A, threshold: 60}]}"))
                .containsExactly("scoring > models > model A > threshold: 65 -> 60");
    }

    @Test
    void rulesAreKnownByTheirNamesWhereverTheyStand() {
        assertThat(says(
                        "fit: [{rule: size, points: 5}, {rule: title, points: 10}]",
                        "fit: [{rule: industry, points: 10}, {rule: size, points: 15}, {rule: title, points: 10}]"))
                .containsExactly(
                        "fit > rule size > points: 5 -> 15",
                        "fit > rule industry: left out -> {rule: industry, points: 10}");
    }

    @Test
    void anotherOrderIsAChange() {
        assertThat(says("tree: [{branch: a}, {branch: b}]", "tree: [{branch: b}, {branch: a}]"))
                .containsExactly("tree > order: branch a, branch b -> branch b, branch a");
    }

    @Test
    void ofWordsThoseAreToldThatCameAndWent() {
        assertThat(says("lists: {countries: [US, CA]}", "lists: {countries: [US, GB, DE]}"))
                .containsExactly("lists > countries: CA -> GB, DE");
        assertThat(says("days: [MONDAY]", "days: [MONDAY, TUESDAY]")).containsExactly("days: left out -> TUESDAY");
    }

    @Test
    void itemsOfTheSameNameAreComparedAsAWhole() {
        assertThat(says(
                        "any: [{kind: PAGE_VIEW, asset: blog}, {kind: PAGE_VIEW, asset: home}]",
                        "any: [{kind: PAGE_VIEW, asset: blog}]"))
                .containsExactly(
                        "any: [{kind: PAGE_VIEW, asset: blog}, {kind: PAGE_VIEW, asset: home}] -> [{kind: PAGE_VIEW, asset: blog}]");
    }

    @Test
    void aKeyThatCameOrWentIsToldAsLeftOut() {
        assertThat(says("rule: {within: 7d}", "rule: {atLeast: 3}"))
                .containsExactly("rule > within: 7d -> left out", "rule > atLeast: left out -> 3");
    }

    @Test
    void commentsQuotesAndTheVersionAreNoChange() {
        assertThat(says("version: one\nzone: Europe/Berlin # as agreed\n", "version: two\nzone: 'Europe/Berlin'\n"))
                .isEmpty();
    }

    private static List<String> says(String before, String after) {
        return PolicyChanges.between(before, after).stream()
                .map(PolicyChange::says)
                .toList();
    }
}
