package io.revstream.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** {@code build/Requirements.java}, run on reports that JUnit writes of the sample classes below. */
class RequirementsTest {

    private static final Path PROGRAM = Path.of("../../build/Requirements.java");

    @TempDir
    Path root;

    @BeforeEach
    void listRequirements() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= 16; i++) {
            list.append("SCO-%02d\tRequirement %d%n".formatted(i, i));
        }
        Files.writeString(root.resolve("docs/requirements.tsv"), list);
    }

    @Test
    void passedTestsShowAndSkippedOrFailedOnesDoNot() throws Exception {
        Run run = reportOn(Claims.class, Failing.class, Unprepared.class, Disallowed.class);

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(Files.readString(root.resolve("target/requirements.json")))
                .isEqualToIgnoringNewLines("{\"total\":16,"
                        + "\"shown\":[\"SCO-01\",\"SCO-02\",\"SCO-03\",\"SCO-04\",\"SCO-05\",\"SCO-06\",\"SCO-07\",\"SCO-10\"],"
                        + "\"missing\":[\"SCO-11\",\"SCO-12\",\"SCO-14\",\"SCO-15\",\"SCO-16\"],"
                        + "\"skipped\":[\"SCO-08\",\"SCO-09\",\"SCO-13\"]}");
        assertThat(run.output()).contains("shown by tests that passed: 8 of 16", "SCO 8/16", "Missing: SCO-11 SCO-12");
    }

    @Test
    void anIdThatIsNotInTheListFailsAndNamesTheTest() throws Exception {
        Run run = reportOn(Mistyped.class);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.output()).contains("found SCO-99 on ", "Mistyped.claimsTooMuch()", "found sco-1 on ");
    }

    private record Run(int exit, String output) {}

    private Run reportOn(Class<?>... classes) throws Exception {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(Stream.of(classes)
                                .map(type -> selectClass(type))
                                .toList())
                        .configurationParameter("junit.platform.reporting.open.xml.enabled", "true")
                        .configurationParameter(
                                "junit.platform.reporting.output.dir",
                                root.resolve("module/target/test-events").toString())
                        .build());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        PROGRAM.toString(),
                        root.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    @Tag("SCO-01")
    @Tag("slow")
    static class Claims {

        @Test
        @Tag("SCO-02")
        void passes() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Tag("SCO-03")
        void passesForEach(int value) {
            assertThat(value).isPositive();
        }

        @TestFactory
        @Tag("SCO-04")
        Stream<DynamicTest> scenarios(TestReporter reporter) {
            return Stream.of(
                    dynamicTest("first", () -> reporter.publishEntry("requirement", "SCO-05")),
                    dynamicTest("second", () -> {}));
        }

        @Test
        void claimsByEntry(TestReporter reporter) {
            reporter.publishEntry("requirement", "SCO-06, SCO-07");
        }

        @Test
        @Disabled("to show what becomes of its claim")
        @Tag("SCO-08")
        void isSkipped() {}

        @Test
        @Tag("SCO-09")
        void isAborted() {
            assumeTrue(false);
        }

        @Nested
        class Inner {

            @Test
            @Tag("SCO-10")
            void passesToo() {}
        }
    }

    static class Failing {

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @Tag("SCO-11")
        void failsForTwo(int value) {
            assertThat(value).isOne();
        }

        /** Shown by one test and refuted by another. */
        @Test
        @Tag("SCO-15")
        void passes() {}

        @Test
        @Tag("SCO-15")
        void fails() {
            fail("on purpose");
        }
    }

    /** A failing set-up fails all its tests. */
    static class Unprepared {

        @BeforeAll
        static void prepare() {
            fail("on purpose");
        }

        @Test
        @Tag("SCO-12")
        void neverRuns() {}
    }

    /** JUnit does not report the tests of a class that is skipped as a whole: their own tags count as missing. */
    @Tag("SCO-13")
    @Disabled("to show what becomes of its claim")
    static class Disallowed {

        @Test
        @Tag("SCO-14")
        void neverRuns() {}
    }

    static class Mistyped {

        @Test
        @Tag("SCO-99")
        @Tag("sco-1")
        void claimsTooMuch() {}
    }
}
