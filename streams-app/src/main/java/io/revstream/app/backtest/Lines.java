package io.revstream.app.backtest;

/** Text that grows line by line. */
final class Lines {

    private final StringBuilder text = new StringBuilder();

    void title(String title) {
        text.append('\n').append(title).append('\n');
    }

    void line(String format, Object... values) {
        text.append(Words.text(format, values).stripTrailing()).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
