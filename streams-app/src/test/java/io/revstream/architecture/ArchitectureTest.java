package io.revstream.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The few rules that keep the house simple. */
class ArchitectureTest {

    private static final String[] CAPABILITIES = {
        "io.revstream.profile..",
        "io.revstream.scoring..",
        "io.revstream.lifecycle..",
        "io.revstream.sla..",
        "io.revstream.routing..",
        "io.revstream.quarantine..",
        "io.revstream.pipeline..",
        "io.revstream.calibration..",
        "io.revstream.policy..",
        "io.revstream.funnel..",
        "io.revstream.speed..",
        "io.revstream.state.."
    };

    private static final String[] DECIDERS = {
        "io.revstream.lead..", "io.revstream.account..", "io.revstream.team..", "io.revstream.deal.."
    };

    private static final String[] SHELL = {"io.revstream.stream..", "io.revstream.app.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.revstream");

    @Test
    void onlyTheShellAndTheTopologiesKnowKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL)
                .and()
                .haveSimpleNameNotEndingWith("Topology")
                .and()
                .resideOutsideOfPackage("io.revstream.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void capabilitiesDoNotKnowDecidersNorTheShell() {
        noClasses()
                .that()
                .resideInAnyPackage(CAPABILITIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DECIDERS)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(SHELL)
                .check(CLASSES);
    }

    @Test
    void decidersDoNotKnowEachOther() {
        for (String decider : DECIDERS) {
            for (String other : DECIDERS) {
                if (!decider.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(decider)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other)
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void onlyTheShellReadsTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL)
                .and()
                .resideOutsideOfPackage("io.revstream.embedded..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CLASSES);
    }

    @Test
    void onlyOneClassTouchesInternalsOfKafkaStreams() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CommitHook")
                .and()
                .resideOutsideOfPackage("io.revstream.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka.streams.processor.internals..", "org.apache.kafka.streams.state.internals..")
                .check(CLASSES);
    }
}
