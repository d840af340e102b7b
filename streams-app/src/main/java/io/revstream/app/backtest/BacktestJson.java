package io.revstream.app.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revstream.app.history.HistoryRun;
import io.revstream.calibration.Backtest;
import io.revstream.calibration.Calibration;
import io.revstream.calibration.Decided;
import io.revstream.calibration.Judge;
import io.revstream.calibration.LeadTime;
import io.revstream.calibration.Lift;
import io.revstream.calibration.ModelProposal;
import io.revstream.calibration.OutcomeMatrix;
import io.revstream.calibration.OutcomeMatrix.Reading;
import io.revstream.calibration.Period;
import io.revstream.calibration.ScoreBand;
import io.revstream.calibration.Share;
import io.revstream.calibration.Sign;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Backtests and calibrations as JSON. Shares are from 0 to 1, times in seconds; what is not known is null. */
public final class BacktestJson {

    private BacktestJson() {}

    public static ObjectNode report(String version, HistoryRun run, int heldOut) {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("policyVersion", version).put("holdOut", heldOut);
        report.putObject("run")
                .put("events", run.events())
                .put("outputs", run.outputs())
                .put("refused", run.refused())
                .put("seconds", run.elapsed().toNanos() / 1e9)
                .put("eventsPerSecond", run.eventsPerSecond())
                .put("cpuMicrosPerEvent", run.cpuMicrosPerEvent());
        return report;
    }

    public static void put(ObjectNode report, String name, Backtest backtest, Period period) {
        ObjectNode node = report.putObject(name);
        node.put("from", period.from().toString()).put("until", period.until().toString());
        node.put("leads", backtest.leads())
                .put("won", backtest.won())
                .put("lost", backtest.lost())
                .put("open", backtest.open())
                .put("unscored", backtest.unscored());
        ObjectNode matrices = node.putObject("matrices");
        for (Judge judge : Judge.values()) {
            matrix(matrices.putObject(BacktestText.word(judge)), backtest.matrix(judge));
        }
        ArrayNode bands = node.putArray("bands");
        Share winRate = backtest.matrix(Judge.REACHED).winRate();
        for (ScoreBand band : backtest.bands()) {
            ObjectNode each = bands.addObject().put("from", band.from()).put("to", band.to());
            share(each, "wins", band.wins());
            number(each, "lift", band.lift(winRate));
        }
        node.put("mqls", backtest.volume().mqls())
                .put("mqlsPerMonth", backtest.volume().perMonth());
        time(node, "toMql", backtest.toMql());
        time(node, "toWin", backtest.toOutcome());
    }

    public static void put(ObjectNode report, Calibration calibration) {
        report.put("longEnough", calibration.period().longEnough())
                .put("searched", calibration.searched())
                .put("expectedMqlsPerMonth", calibration.expected().perMonth())
                .put("cadence", calibration.cadence().word())
                .put("nextDue", calibration.nextDue().toString());
        ArrayNode models = report.putArray("models");
        calibration.models().forEach(model -> model(models.addObject(), model));
        ArrayNode signs = report.putArray("signs");
        for (Sign sign : calibration.signs()) {
            signs.addObject()
                    .put("sign", sign.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("holds", sign.holds())
                    .put("because", sign.because());
        }
        lifts(report.putArray("rules"), calibration.ruleLifts());
        lifts(report.putArray("attributes"), calibration.attributeLifts());
        ObjectNode sales = report.putObject("sales");
        decided(sales, calibration.verdicts().all());
        decided(sales.putObject("recycled"), calibration.verdicts().recycled());
        table(sales.putObject("byRole"), calibration.verdicts().byRole());
        table(sales.putObject("byRule"), calibration.verdicts().byRule());
        table(sales.putObject("byAttribute"), calibration.verdicts().byAttribute());
    }

    private static void model(ObjectNode node, ModelProposal model) {
        node.put("model", model.model())
                .put("now", model.now())
                .put("keeping", model.keeping())
                .put("proposed", model.proposed());
        share(node, "wins", model.wins());
        share(node, "losses", model.losses());
        if (model.breakpoint() == null) {
            node.putNull("breakpoint");
        } else {
            ObjectNode breakpoint = node.putObject("breakpoint")
                    .put("threshold", model.breakpoint().threshold());
            share(breakpoint, "wins", model.breakpoint().wins());
            share(breakpoint, "losses", model.breakpoint().losses());
        }
        ArrayNode because = node.putArray("because");
        model.because().forEach(because::add);
    }

    private static void matrix(ObjectNode node, OutcomeMatrix matrix) {
        for (Reading reading : Reading.values()) {
            node.putObject(reading.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("leads", matrix.cell(reading))
                    .put("means", reading.means())
                    .put("action", reading.action());
        }
        share(node, "precision", matrix.precision());
        share(node, "recall", matrix.recall());
        share(node, "falsePositives", matrix.falsePositives());
        share(node, "winRate", matrix.winRate());
    }

    private static void lifts(ArrayNode nodes, List<Lift> lifts) {
        for (Lift lift : lifts) {
            ObjectNode node = nodes.addObject().put("name", lift.name());
            if (lift.value() != null) {
                node.put("value", lift.value());
            }
            node.put("won", lift.verdict().name().toLowerCase(Locale.ROOT));
            share(node, "with", lift.with());
            share(node, "without", lift.without());
            number(node, "factor", lift.factor());
            node.putObject("difference")
                    .put("from", lift.difference().from())
                    .put("to", lift.difference().to());
        }
    }

    private static void table(ObjectNode node, SortedMap<String, Decided> table) {
        table.forEach((name, decided) -> decided(node.putObject(name), decided));
    }

    private static void decided(ObjectNode node, Decided decided) {
        share(node, "accepted", decided.accepted());
        ObjectNode reasons = node.putObject("reasons");
        decided.reasons().forEach(reasons::put);
    }

    private static void share(ObjectNode node, String name, Share share) {
        ObjectNode each = node.putObject(name).put("hits", share.hits()).put("of", share.of());
        number(each, "rate", share.rate());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }

    private static void time(ObjectNode node, String name, LeadTime time) {
        if (time == null) {
            node.putNull(name);
            return;
        }
        node.putObject(name)
                .put("leads", time.of())
                .put("quarter", time.quarter().toSeconds())
                .put("median", time.median().toSeconds())
                .put("threeQuarters", time.threeQuarters().toSeconds());
    }
}
