package io.revstream.account;

import io.revstream.account.AccountState.Choice;
import io.revstream.profile.Attributes;
import io.revstream.state.StateReader;
import io.revstream.state.StateWriter;
import io.revstream.stream.StateCodec;
import java.util.TreeSet;

/** Bytes of an account's state. */
final class AccountCodec implements StateCodec<AccountState> {

    private static final int VERSION = 1;

    @Override
    public void write(AccountState state, StateWriter to) {
        to.version(VERSION);
        to.text(state.id());
        state.attributes().write(to);
        to.optionalText(state.claimedBy());
        to.optional(state.choice(), (out, choice) -> {
            out.text(choice.teamId());
            out.text(choice.repId());
        });
        to.optional(state.choosing(), (out, contact) -> contact.write(out));
        state.waiting().write(to);
        state.contacts().write(to);
        state.told().write(to);
        to.list(state.conflicts(), StateWriter::text);
        state.said().write(to);
        state.names().write(to);
    }

    @Override
    public AccountState read(StateReader from) {
        from.version("an account", VERSION);
        return new AccountState(
                from.text(),
                Attributes.read(from),
                from.optionalText(),
                from.optional(in -> new Choice(in.text(), in.text())),
                from.optional(Contact::read),
                Followers.read(from),
                Contacts.read(from),
                Told.read(from),
                new TreeSet<>(from.list(StateReader::text)),
                Said.read(from),
                NameIndex.read(from));
    }
}
