package io.revstream.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.funnel.FunnelFigures;
import io.revstream.funnel.FunnelFigures.Answers;
import io.revstream.funnel.FunnelFigures.Rejected;
import io.revstream.funnel.FunnelFigures.StageFigures;
import io.revstream.funnel.Rate;
import io.revstream.funnel.Spread;

/** The funnel as JSON: times in seconds, rates in per cent; what is not known is left out. */
public final class FunnelJson {

    private FunnelJson() {}

    public static ObjectNode of(FunnelFigures funnel) {
        ObjectNode json = object();
        if (funnel.since() != null) {
            json.put("since", funnel.since().toString());
        }
        json.put("at", funnel.at().toString());
        json.put("leads", funnel.leads());
        ArrayNode stages = json.putArray("stages");
        funnel.stages().forEach(stage -> stages.add(stage(stage)));
        ObjectNode promotions = answers(funnel.answers());
        ObjectNode byModel = promotions.putObject("byModel");
        funnel.answersByModel().forEach((name, answers) -> byModel.set(name, answers(answers)));
        ObjectNode byRule = promotions.putObject("byRule");
        funnel.answersByRule().forEach((name, answers) -> byRule.set(name, answers(answers)));
        json.set("promotions", promotions);
        ObjectNode codes = json.putObject("rejectionsByCode");
        funnel.rejectionsByCode().forEach(codes::put);
        ObjectNode conversion = json.putObject("conversion");
        conversion.set("first", rate(funnel.firstConversion()));
        ObjectNode recycled = rate(funnel.recycledConversion());
        ObjectNode byCode = recycled.putObject("byCode");
        funnel.recycledConversionByCode().forEach((code, rate) -> byCode.set(code, rate(rate)));
        conversion.set("recycled", recycled);
        json.set("rejected", rejected(funnel.rejected()));
        return json;
    }

    private static ObjectNode stage(StageFigures stage) {
        ObjectNode json = object().put("stage", stage.stage());
        ObjectNode now = json.putObject("now");
        stage.now().forEach(now::put);
        json.put("entered", stage.entered())
                .put("wentOn", stage.wentOn())
                .put("lost", stage.lost())
                .put("movedBack", stage.movedBack());
        percent(json, "lossPercent", stage.loss());
        json.set("inStage", spread(stage.inStage()));
        json.set("waiting", spread(stage.waiting()));
        ObjectNode onward = json.putObject("onward");
        stage.onward().forEach((to, delay) -> onward.set(to, spread(delay)));
        return json;
    }

    private static ObjectNode answers(Answers answers) {
        ObjectNode json = object().put("promoted", answers.promoted())
                .put("accepted", answers.accepted())
                .put("rejected", answers.rejected())
                .put("open", answers.open());
        percent(json, "acceptancePercent", answers.acceptance());
        json.set("untilAnswer", spread(answers.untilAnswer()));
        return json;
    }

    private static ObjectNode rejected(Rejected rejected) {
        ObjectNode json = object().put("leads", rejected.leads())
                .put("recycled", rejected.recycled())
                .put("inNurture", rejected.inNurture())
                .put("archived", rejected.archived())
                .put("lost", rejected.lost())
                .put("takenUp", rejected.takenUp())
                .put("addsUp", rejected.addsUp());
        ArrayNode ids = json.putArray("lostIds");
        rejected.lostIds().forEach(ids::add);
        return json;
    }

    private static ObjectNode rate(Rate rate) {
        ObjectNode json = object().put("converted", rate.part()).put("of", rate.of());
        percent(json, "percent", rate);
        return json;
    }

    private static void percent(ObjectNode json, String name, Rate rate) {
        if (rate.percent() != null) {
            json.put(name, rate.percent());
        }
    }

    private static ObjectNode spread(Spread spread) {
        ObjectNode json = object().put("count", spread.count());
        if (spread.median() != null) {
            json.put("medianSeconds", spread.median().toSeconds());
            json.put("p90Seconds", spread.p90().toSeconds());
        }
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
