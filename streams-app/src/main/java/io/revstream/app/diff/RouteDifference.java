package io.revstream.app.diff;

import java.util.Comparator;

/** A lead that both policies route, but not alike. */
public record RouteDifference(String leadId, int pass, Route before, Route after) {

    static final Comparator<RouteDifference> ORDER =
            Comparator.comparing(RouteDifference::leadId).thenComparing(RouteDifference::pass);
}
