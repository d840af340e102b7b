package io.revstream.app.cli;

import io.revstream.app.specification.Specification;
import io.revstream.app.specification.Specifications;
import io.revstream.document.Problem.Severity;
import io.revstream.policy.PolicyReading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream policy export}: a policy as five documents. */
@Command(
        name = "export",
        description = "Write a policy as five documents, each of which stands alone.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:written",
            "1:the policy has errors or is not there, or the folder cannot be written",
            "2:wrong usage"
        })
final class PolicyExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|PRESET", description = "Policy document or name of a preset.")
    private String policy;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the documents; those of an earlier export are replaced.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        PolicyReading reading = PolicySource.read(policy);
        PrintWriter err = spec.commandLine().getErr();
        reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(err::println);
        err.flush();
        if (reading.policy() == null) {
            return 1;
        }
        Files.createDirectories(folder);
        PrintWriter out = spec.commandLine().getOut();
        for (Specification document : Specifications.of(reading.policy(), PolicySource.text(policy))) {
            Path file = folder.resolve(document.file());
            Files.writeString(file, document.text());
            out.println(file);
        }
        out.flush();
        return 0;
    }
}
