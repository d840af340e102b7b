package io.revstream.scenario;

import io.revstream.app.Topologies;
import io.revstream.stream.Hosted;
import java.util.ArrayList;
import java.util.List;

/** The deciders of all topologies. */
final class Hosting {

    private Hosting() {}

    static List<Hosted<?>> all() {
        List<Hosted<?>> hosted = new ArrayList<>();
        Topologies.ALL.forEach(name -> hosted.add(Topologies.hosted(name)));
        return hosted;
    }
}
