import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Which requirements of docs/requirements.tsv are shown by tests: {@code java build/Requirements.java [ROOT]}.
 *
 * <p>Reads the Open Test Reporting files that JUnit wrote, and counts what a test claims by a tag (its own or its class's) or by a
 * report entry {@code requirement}. A requirement is shown when a test that claims it passed and none failed; it is skipped when no
 * test that claims it ran to its end. Writes target/requirements.json. A claim that is not in the list is an error.
 */
final class Requirements {

    private static final String KEY = "requirement";

    enum Outcome {
        PASSED,
        SKIPPED,
        FAILED
    }

    /** One test or container of a report. A container may end badly without any test of it (a failed set-up). */
    private static final class Node {
        final Node parent;
        final String name;
        final Set<String> claims = new LinkedHashSet<>();
        String type = "";
        String status = "";

        Node(Node parent, String name) {
            this.parent = parent;
            this.name = name;
        }

        boolean isTest() {
            return type.contains("TEST");
        }

        boolean ranNothing() {
            return status.equals("SKIPPED") || status.equals("ABORTED");
        }

        boolean succeeded() {
            return status.equals("SUCCESSFUL");
        }

        Outcome outcome() {
            if (succeeded()) {
                return Outcome.PASSED;
            }
            // A test without an end was running when its JVM died.
            return ranNothing() ? Outcome.SKIPPED : Outcome.FAILED;
        }

        /** Its own claims and those of the containers around it: JUnit repeats a class's tags on its tests, but not its entries. */
        Set<String> allClaims() {
            Set<String> all = new LinkedHashSet<>(claims);
            if (parent != null) {
                all.addAll(parent.allClaims());
            }
            return all;
        }
    }

    private final Map<String, Set<Outcome>> outcomes = new HashMap<>();
    private final Map<String, Set<String>> claimedBy = new LinkedHashMap<>();

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".");
        Map<String, String> titles = titles(root.resolve("docs/requirements.tsv"));
        Requirements requirements = new Requirements();
        List<Path> reports = reports(root);
        for (Path report : reports) {
            requirements.read(report);
        }
        if (reports.isEmpty()) {
            System.err.println("Requirements: no test reports found; run ./revstream test");
        }
        System.exit(requirements.report(titles, root.resolve("target/requirements.json")) ? 0 : 1);
    }

    private static Map<String, String> titles(Path list) throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String line : Files.readAllLines(list)) {
            String[] columns = line.split("\t", 2);
            if (columns.length != 2 || titles.put(columns[0], columns[1]) != null) {
                throw new IOException("Expected a new id, a tab and a title, but found '" + line + "' in " + list);
            }
        }
        return titles;
    }

    private static List<Path> reports(Path root) throws IOException {
        List<Path> reports = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
                boolean irrelevant = name.equals(".git") || name.equals("src") || name.equals("node_modules");
                return irrelevant ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".xml") && "test-events".equals(folderName(file))) {
                    reports.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return reports;
    }

    private static String folderName(Path file) {
        Path folder = file.getParent();
        return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
    }

    private void read(Path report) throws IOException, XMLStreamException {
        Map<String, Node> nodes = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(report)) {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                readEvents(xml, nodes);
            } catch (XMLStreamException e) {
                // The JVM of the tests died and left the file unfinished: what it says up to there holds.
                System.err.println("Requirements: " + report + " ends early: " + e.getMessage());
            }
        }
        for (Node node : nodes.values()) {
            // A container that was skipped or failed stands for its tests, which are not in the report.
            if (node.isTest() || !node.succeeded()) {
                count(node);
            }
        }
    }

    /** Events are {@code started}, {@code reported} (report entries) and {@code finished}; ids tie them together. */
    private static void readEvents(XMLStreamReader xml, Map<String, Node> nodes) throws XMLStreamException {
        Node current = null;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "started" -> {
                    current = new Node(nodes.get(xml.getAttributeValue(null, "parentId")), xml.getAttributeValue(null, "name"));
                    nodes.put(xml.getAttributeValue(null, "id"), current);
                }
                case "reported", "finished" -> current = nodes.get(xml.getAttributeValue(null, "id"));
                case "result" -> current.status = xml.getAttributeValue(null, "status");
                case "type" -> current.type = xml.getElementText();
                case "tag" -> claim(current, xml.getElementText());
                case "entry" -> {
                    if (KEY.equals(xml.getAttributeValue(null, "key"))) {
                        for (String id : xml.getElementText().split("[,\\s]+")) {
                            current.claims.add(id);
                        }
                    }
                }
                default -> {
                    // Sources, attachments and the machine do not matter here.
                }
            }
        }
    }

    /** A tag of small letters ("slow") is no claim; anything else is, so that a mistyped id does not go unnoticed. */
    private static void claim(Node node, String tag) {
        if (!tag.matches("[a-z-]+")) {
            node.claims.add(tag);
        }
    }

    private void count(Node node) {
        for (String id : node.allClaims()) {
            outcomes.computeIfAbsent(id, key -> new HashSet<>()).add(node.outcome());
            claimedBy.computeIfAbsent(id, key -> new TreeSet<>()).add(place(node));
        }
    }

    private static String place(Node node) {
        return node.parent == null ? node.name : node.parent.name + "." + node.name;
    }

    private boolean report(Map<String, String> titles, Path json) throws IOException {
        List<String> shown = having(titles, Outcome.PASSED, Outcome.FAILED);
        List<String> skipped = having(titles, Outcome.SKIPPED, Outcome.FAILED);
        skipped.removeAll(shown);
        List<String> missing = new ArrayList<>(titles.keySet());
        missing.removeAll(shown);
        missing.removeAll(skipped);
        Files.createDirectories(json.toAbsolutePath().getParent());
        Files.writeString(
                json,
                "{\"total\":%d,\"shown\":%s,\"missing\":%s,\"skipped\":%s}%n"
                        .formatted(titles.size(), array(shown), array(missing), array(skipped)));
        summary(titles.keySet(), shown, missing, skipped);

        Set<String> unknown = new TreeSet<>(claimedBy.keySet());
        unknown.removeAll(titles.keySet());
        for (String id : unknown) {
            System.err.println("Requirements: expected an id of docs/requirements.tsv, but found " + id + " on "
                    + String.join(", ", claimedBy.get(id)));
        }
        return unknown.isEmpty();
    }

    private List<String> having(Map<String, String> titles, Outcome wanted, Outcome unwanted) {
        return titles.keySet().stream()
                .filter(id -> outcomes.getOrDefault(id, Set.of()).contains(wanted))
                .filter(id -> !outcomes.getOrDefault(id, Set.of()).contains(unwanted))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String array(Collection<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static void summary(
            Collection<String> all, Collection<String> shown, Collection<String> missing, Collection<String> skipped) {
        System.out.printf("%nRequirements shown by tests that passed: %d of %d%n", shown.size(), all.size());
        Map<String, List<String>> areas = all.stream()
                .collect(Collectors.groupingBy(id -> id.substring(0, id.indexOf('-')), LinkedHashMap::new, Collectors.toList()));
        wrapped("", areas.entrySet().stream()
                .map(area -> area.getKey() + " "
                        + area.getValue().stream().filter(shown::contains).count() + "/" + area.getValue().size())
                .toList());
        wrapped("Missing", missing);
        wrapped("Skipped", skipped);
    }

    private static void wrapped(String label, Collection<String> words) {
        if (words.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(label.isEmpty() ? " " : label + ":");
        for (String word : words) {
            if (line.length() + word.length() > 118) {
                System.out.println(line);
                line.setLength(0);
                line.append(' ');
            }
            line.append(' ').append(word);
        }
        System.out.println(line);
    }
}
