package io.revstream.scenario;

import io.revstream.document.Place;
import java.util.List;

/**
 * Something that is not as the scenario says.
 *
 * @param place where the scenario says it
 * @param message "Expected ..., but ..."
 * @param rows what was expected beside what was found; none when there is nothing to compare with
 * @param happened what happened at that time, in lines; none when the rows say enough
 */
public record Difference(Place place, String message, List<Comparison.Row> rows, List<String> happened) {}
