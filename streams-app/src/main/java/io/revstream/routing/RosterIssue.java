package io.revstream.routing;

import java.util.List;
import java.util.Map;

/**
 * Something about a team or its reps that needs a person.
 *
 * @param subject team or rep
 * @param issue its word
 * @param key what tells it from other issues of the team
 * @param because what was expected and what was found
 */
public record RosterIssue(
        String key, String subject, String issue, String because, List<String> fields, Map<String, String> details) {}
