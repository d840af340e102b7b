package io.revstream.app.cli;

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
        command.getErr().println("revstream: " + problem.getMessage());
        UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The exception's own words; those that have none are told by their name. */
    private static String message(Throwable problem) {
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
