package io.revstream.scenario;

import io.revstream.document.Place;
import io.revstream.policy.Policy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What comes in when, and what should come of it.
 *
 * @param file how messages name the file
 * @param place where it begins
 * @param sentence what it tells, in a sentence
 * @param shows ids of the requirements that it shows
 * @param policy the policy that is in force at its beginning
 * @param zone time zone in which its instants are written
 * @param inputs in the order of time
 * @param expectations in the order of the file
 * @param end the latest instant that it speaks of; time runs through it
 */
public record Scenario(
        String file,
        Place place,
        String sentence,
        List<String> shows,
        Policy policy,
        ZoneId zone,
        List<Step> inputs,
        List<Expectation> expectations,
        Instant end) {}
