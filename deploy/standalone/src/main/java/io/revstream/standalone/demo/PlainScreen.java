package io.revstream.standalone.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** A line now and then, for logs and pipes: counts, and the latest promotion, assignment and breach if they are new. */
final class PlainScreen implements Screen {

    /** Shown a few times a second, it speaks every fifth second or so. */
    private static final int SILENT = 20;

    private final PrintStream out;
    private final Wording wording;
    private int shown;
    private List<String> said = List.of();

    PlainScreen(PrintStream out, Wording wording) {
        this.out = out;
        this.wording = wording;
    }

    @Override
    public void show(View view) {
        if (shown++ % SILENT != 0) {
            return;
        }
        Chronicle.Page page = view.page();
        out.println(wording.time(view.now()) + "  " + Wording.phase(view) + "  " + Wording.counts(page.counts()));
        List<String> latest = Stream.of(
                        latest("promoted", page.promotions()),
                        latest("assigned", page.assignments()),
                        latest("breached", page.breaches()))
                .flatMap(List::stream)
                .toList();
        latest.stream().filter(line -> !said.contains(line)).forEach(out::println);
        said = latest;
    }

    private static List<String> latest(String what, List<String> lines) {
        return lines.stream().limit(1).map(line -> "  " + what + "  " + line).toList();
    }
}
