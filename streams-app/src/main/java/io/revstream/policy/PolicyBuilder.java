package io.revstream.policy;

import io.revstream.document.SourceNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/** Builds a policy from a document in which no check found an error; what was left out takes the default that the schema states. */
final class PolicyBuilder {

    private final Values values;
    private final RoutingBuilder routing;

    private PolicyBuilder(Values values, RoutingBuilder routing) {
        this.values = values;
        this.routing = routing;
    }

    static Policy build(SourceNode document) {
        return new PolicyBuilder(Values.of(document), RoutingBuilder.of(document)).policy(document);
    }

    private Policy policy(SourceNode document) {
        return new Policy(
                document.at("policy").text(),
                document.at("version").text(),
                Values.text(document.at("summary"), ""),
                ProfileBuilder.profile(document.at("profile")),
                values.lists(),
                Values.list(document.at("titles"), PolicyBuilder::title),
                Values.table(document.at("calendars"), PolicyBuilder::calendar),
                ports(document.at("ports")),
                new LifecycleBuilder(values).lifecycle(document.at("lifecycle")),
                new ScoringBuilder(values, ScoringBuilder.enterpriseFocused(document)).scoring(document.at("scoring")),
                NonHumanBuilder.nonHuman(document),
                ActivityKinds.of(document),
                new MqlBuilder(values).mql(document.at("mql")),
                new RejectionBuilder(values).rejection(document.at("rejection")),
                new AccountBuilder(values).accounts(document),
                routing.likelyValue(document.at("likelyValue")),
                routing.routing(document.at("routing"), document.at("territories")),
                new SlaBuilder(values).sla(document.at("sla")),
                SpeedBuilder.speed(document.at("speedToLead")),
                new PipelineBuilder(values).pipeline(document.at("pipeline")),
                CalibrationBuilder.calibration(
                        document.at("calibration"),
                        document.at("profile", "motion").text()),
                Values.table(document.at("fields"), this::field),
                Values.list(document.at("benchmarks"), PolicyBuilder::benchmark));
    }

    private FieldRule field(SourceNode field) {
        SourceNode allowed = field.at("allowed");
        return new FieldRule(
                Values.constant(field.at("type"), FieldRule.Type.class),
                "any".equals(allowed.text()) ? null : values.wordsOrList(allowed),
                field.at("owner").text(),
                field.at("sources").texts());
    }

    private static Benchmark benchmark(SourceNode benchmark) {
        return new Benchmark(
                benchmark.at("from").text(),
                benchmark.at("to").text(),
                Values.whole(benchmark.at("least"), 0),
                Values.whole(benchmark.at("most"), 100));
    }

    private static TitleLevel title(SourceNode level) {
        return new TitleLevel(Values.word(level.at("level")), Values.list(level.at("words"), Values::word));
    }

    private static CalendarRules calendar(SourceNode calendar) {
        boolean ownersZone = Values.flag(calendar.at("useOwnersZone"), true);
        String holidays = calendar.at("holidays").text();
        return new CalendarRules(
                Values.set(calendar.at("days"), day -> DayOfWeek.valueOf(day.text())),
                CalendarRules.Hours.parse(calendar.at("hours").text()),
                ZoneId.of(calendar.at("zone").text()),
                ownersZone,
                Values.flag(calendar.at("useOwnersHours"), ownersZone),
                holidays == null ? null : holidays.toLowerCase(Locale.ROOT),
                Values.set(calendar.at("alsoClosed"), day -> LocalDate.parse(day.text())));
    }

    private static Ports ports(SourceNode ports) {
        return new Ports(ports.values().keySet().stream()
                .filter(port -> "off".equals(ports.at(port).text()))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
