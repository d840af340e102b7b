package io.revstream.scenario;

import io.revstream.document.Problem;
import java.util.List;

/**
 * What came of reading a file.
 *
 * @param scenarios in the order of the file; none when there are problems
 * @param problems what is wrong with the file, or with a policy that it names
 */
public record ScenarioReading(List<Scenario> scenarios, List<Problem> problems) {}
