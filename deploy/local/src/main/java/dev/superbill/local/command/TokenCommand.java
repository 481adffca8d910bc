package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.stack.SignIn;
import dev.superbill.local.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code superbill token}: signs a local user in. */
@Command(
        name = "token",
        description = {
            "Print a bearer token of a local user, and nothing else; it is valid for an hour.",
            "Users of practice maple: frontdesk, biller, billing-manager, provider, manager, hr, auditor, ops;"
                    + " of practice cedar: biller@cedar."
        })
final class TokenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USER", description = "Such as biller.")
    private String user;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String issuer = Stack.of(Home.current()).required().issuer();
        spec.commandLine().getOut().println(new SignIn(issuer).token(user));
        return 0;
    }
}
