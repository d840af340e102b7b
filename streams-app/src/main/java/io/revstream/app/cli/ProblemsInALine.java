package io.revstream.app.cli;

import io.revstream.document.DidYouMean;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong, in a line of standard error; the stack trace with {@code --debug}. */
final class ProblemsInALine implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final RevstreamCommand root;

    ProblemsInALine(RevstreamCommand root) {
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        command.getErr().println("revstream: " + message(problem));
        if (root.debug()) {
            problem.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        command.getErr()
                .println("revstream: "
                        + (problem instanceof UnmatchedArgumentException unmatched
                                ? unmatched(unmatched.getUnmatched().get(0), command)
                                : problem.getMessage()));
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String unmatched(String found, CommandLine command) {
        boolean option = found.startsWith("-");
        Set<String> known = option
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        String expected = option ? "an option of " : known.isEmpty() ? "no further argument of " : "a command of ";
        return "Expected " + expected + command.getCommandSpec().qualifiedName() + ", but found '" + found + "'"
                + DidYouMean.question(found, known);
    }

    /** The exception's own words; those that have none are told by their name. */
    private static String message(Throwable problem) {
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
