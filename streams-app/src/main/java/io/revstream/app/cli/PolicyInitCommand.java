package io.revstream.app.cli;

import io.revstream.document.Problem;
import io.revstream.policy.PolicyReader;
import io.revstream.policy.PolicyStart;
import io.revstream.policy.PresetChoice;
import io.revstream.policy.Presets;
import io.revstream.policy.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code revstream policy init}: writes the first policy of a company. */
@Command(
        name = "init",
        description = "Write a first policy: the preset that suits a company. What is not stated takes a default.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:written", "1:there is such a file already, or it cannot be written", "2:wrong usage"})
final class PolicyInitCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,60}");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where to write it; - is standard output.")
    private String file;

    @Option(
            names = "--name",
            defaultValue = "company",
            description = "Name of the policy (${DEFAULT-VALUE}); its version is NAME-1.")
    private String name;

    @Option(
            names = "--fallback",
            paramLabel = "PRESET",
            defaultValue = PresetChoice.FALLBACK,
            description = "Preset for contract values that none is made for (${DEFAULT-VALUE}).")
    private String fallback;

    @Mixin
    private ProfileOptions options;

    @Override
    public Integer call() throws IOException {
        check();
        Profile profile = options.profile(spec.commandLine());
        PresetChoice choice = PresetChoice.of(profile.motion(), profile.contractValue(), fallback);
        String text = PolicyStart.of(Presets.text(choice.preset()), name, profile, choice);
        PrintWriter err = spec.commandLine().getErr();
        List<Problem> errors = PolicyReader.read(file, text).errors();
        if (!errors.isEmpty()) {
            errors.forEach(err::println);
            err.flush();
            return 1;
        }
        if (file.equals("-")) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else if (!write(text, err)) {
            return 1;
        }
        tell(profile, choice, err);
        return 0;
    }

    private void check() {
        if (!NAME.matcher(name).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "Expected a name of letters, digits, . _ and - for --name, but found " + name);
        }
        if (!PresetChoice.presets().contains(fallback)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected a preset of " + PresetChoice.presets() + " for --fallback, but found " + fallback);
        }
    }

    private boolean write(String text, PrintWriter err) throws IOException {
        Path path = Path.of(file);
        if (Files.exists(path)) {
            err.println(file + ": Expected no such file yet, but there is one: a policy is never written over");
            err.flush();
            return false;
        }
        Files.writeString(path, text);
        return true;
    }

    private void tell(Profile profile, PresetChoice choice, PrintWriter err) {
        err.printf(
                "%s: preset %s, model %s, threshold %d, calibrated %s%n",
                file,
                choice.preset(),
                choice.model(),
                choice.threshold(),
                choice.cadence().word());
        err.println("  because " + choice.because());
        List<String> gaps = profile.gaps();
        if (!gaps.isEmpty()) {
            err.println("  not stated, so defaults apply: " + String.join(", ", gaps));
        }
        err.flush();
    }
}
