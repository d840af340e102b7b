package io.revstream.app.publish;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** A line on a terminal that is written again as rows go by. */
public final class Progress implements Runnable {

    private static final long REDRAW_NANOS = 100_000_000L;
    private static final int WIDTH = 30;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintWriter terminal;
    private final LongSupplier bytesRead;
    private final long bytes;
    private final LongSupplier nanos;
    private long rows;
    private long drawnAt;

    /**
     * @param terminal null when there is none: nothing is drawn
     * @param bytes of all files; 0 when it is not known
     */
    public Progress(PrintWriter terminal, LongSupplier bytesRead, long bytes) {
        this(terminal, bytesRead, bytes, System::nanoTime);
    }

    Progress(PrintWriter terminal, LongSupplier bytesRead, long bytes, LongSupplier nanos) {
        this.terminal = terminal;
        this.bytesRead = bytesRead;
        this.bytes = bytes;
        this.nanos = nanos;
        this.drawnAt = nanos.getAsLong();
    }

    /** Counts a row. */
    @Override
    public void run() {
        rows++;
        if (terminal != null && nanos.getAsLong() - drawnAt >= REDRAW_NANOS) {
            drawnAt = nanos.getAsLong();
            terminal.print(CLEAR_LINE + line());
            terminal.flush();
        }
    }

    /** Takes the line away. */
    public void end() {
        if (terminal != null) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }

    private String line() {
        if (bytes == 0) {
            return rows + " rows";
        }
        double done = Math.min(1, (double) bytesRead.getAsLong() / bytes);
        int filled = (int) (done * WIDTH);
        return "[%s%s] %3d %% %d rows"
                .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), (int) (done * 100), rows);
    }
}
