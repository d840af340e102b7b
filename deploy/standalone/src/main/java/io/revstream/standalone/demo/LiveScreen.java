package io.revstream.standalone.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** One picture on a terminal, painted over again in place. */
final class LiveScreen implements Screen {

    private static final int BAR = 40;
    private static final int LINES = 5;
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String BOLD = "\u001b[1m%s\u001b[0m";

    private final PrintStream out;
    private final Wording wording;
    private final int width;
    private final String footer;
    private int painted;

    /**
     * A picture.
     *
     * @param width of the terminal, in characters
     * @param footer its last line
     */
    LiveScreen(PrintStream out, Wording wording, int width, String footer) {
        this.out = out;
        this.wording = wording;
        this.width = width;
        this.footer = footer;
    }

    @Override
    public void show(View view) {
        List<String> lines = new ArrayList<>();
        lines.add("revstream demo   " + wording.time(view.now()) + "   " + Wording.phase(view));
        lines.add(bar(view.played()));
        lines.add("");
        lines.add(Wording.counts(view.page().counts()));
        part(lines, "promotions", view.page().promotions());
        part(lines, "assignments", view.page().assignments());
        part(lines, "breaches", view.page().breaches());
        lines.add("");
        lines.add(footer);
        paint(lines);
    }

    private void part(List<String> lines, String title, List<String> latest) {
        lines.add("");
        lines.add(title);
        for (int i = 0; i < LINES; i++) {
            lines.add(i < latest.size() ? "  " + latest.get(i) : "");
        }
    }

    private void paint(List<String> lines) {
        StringBuilder picture = new StringBuilder();
        if (painted > 0) {
            picture.append(UP.formatted(painted)).append('\r');
        }
        picture.append(CLEAR_BELOW);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String fitting = line.length() > width ? line.substring(0, width - 1) + "…" : line;
            picture.append(i == 0 ? BOLD.formatted(fitting) : fitting).append('\n');
        }
        out.print(picture);
        out.flush();
        painted = lines.size();
    }

    private static String bar(double played) {
        int done = (int) (BAR * Math.min(1, played));
        return "[" + "#".repeat(done) + "-".repeat(BAR - done) + "]";
    }
}
