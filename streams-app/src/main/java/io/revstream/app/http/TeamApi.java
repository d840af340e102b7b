package io.revstream.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.revstream.app.Pipeline;
import io.revstream.app.RecordJson;
import io.revstream.team.TeamExplanation;
import io.revstream.team.TeamState;
import io.revstream.team.TeamTopology;
import java.time.Clock;

/** Teams as they stand or stood: who is next and why, load, queue. */
final class TeamApi {

    private final StateApi<TeamState> teams;

    TeamApi(Pipeline pipeline, PastQuestions past, Clock clock) {
        teams = new StateApi<>(TeamTopology.TEAM, pipeline, past, clock);
    }

    void explanation(Context context) {
        teams.find(context, team -> {
            ObjectNode json = RecordJson.of(TeamExplanation.of(team.state(), team.policy(), team.at()));
            json.put("at", team.at().toString());
            json.put("policyVersion", team.policy().version());
            HttpApi.answer(context, json);
        });
    }
}
