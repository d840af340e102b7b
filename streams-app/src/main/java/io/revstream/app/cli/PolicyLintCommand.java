package io.revstream.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.document.Problem;
import io.revstream.document.Problem.Severity;
import io.revstream.policy.PolicyReading;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream policy lint}: all problems of policies with their places. */
@Command(
        name = "lint",
        description = "Report everything that is wrong with policies.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no errors; there may be warnings", "1:errors", "2:wrong usage"})
final class PolicyLintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Policy documents, or names of presets.")
    private List<String> files;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        List<Problem> problems = new ArrayList<>();
        Map<String, List<String>> gaps = new LinkedHashMap<>();
        for (String file : files) {
            PolicyReading reading = PolicySource.read(file);
            problems.addAll(reading.problems());
            if (reading.policy() != null) {
                gaps.put(file, reading.policy().profile().gaps());
            }
        }
        long errors =
                problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(problems, errors, gaps));
        } else {
            problems.forEach(out::println);
            gaps.forEach((file, inputs) -> {
                if (!inputs.isEmpty()) {
                    out.println(file + ": info: The profile does not state " + String.join(", ", inputs)
                            + "; defaults apply (GEN-05)");
                }
            });
            out.printf("%d policies, %d errors, %d warnings%n", files.size(), errors, problems.size() - errors);
        }
        return errors == 0 ? 0 : 1;
    }

    private String json(List<Problem> problems, long errors, Map<String, List<String>> gaps) {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("policies", files.size()).put("errors", errors).put("warnings", problems.size() - errors);
        ArrayNode all = report.putArray("problems");
        problems.forEach(problem -> ProblemJson.add(all, problem));
        ObjectNode profiles = report.putObject("profileGaps");
        gaps.forEach((file, inputs) -> {
            ArrayNode one = profiles.putArray(file);
            inputs.forEach(one::add);
        });
        return report.toString();
    }
}
