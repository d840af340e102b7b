package io.revstream.lead;

import io.revstream.state.StateWriter;
import io.revstream.stream.Input;
import io.revstream.stream.WakeUp;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** States of leads, for tests that compare them. */
public final class LeadStates {

    private LeadStates() {}

    /** The bytes of a lead's state, but for what a challenger has made of it. */
    public static Bytes withoutShadow(Object state) {
        Input nothing = new Input(new WakeUp(Instant.EPOCH), "nothing", Instant.EPOCH, null, true);
        LeadDraft draft = new LeadDraft((LeadState) state, nothing, Instant.EPOCH, null);
        draft.shadow = Shadow.NONE;
        StateWriter out = new StateWriter();
        new LeadCodec().write(draft.state(), out);
        return Bytes.wrap(out.toBytes());
    }
}
