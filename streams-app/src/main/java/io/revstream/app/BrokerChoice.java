package io.revstream.app;

/** The broker that a command works with. Closing it stops the broker if it was started for the command, and no other. */
public final class BrokerChoice implements AutoCloseable {

    private final Connection connection;
    private final EmbeddedBroker.Running started;

    private BrokerChoice(Connection connection, EmbeddedBroker.Running started) {
        this.connection = connection;
        this.started = started;
    }

    /** A broker that runs elsewhere. */
    public static BrokerChoice elsewhere(Connection connection) {
        return new BrokerChoice(connection, null);
    }

    /** A broker that was started for the command. */
    public static BrokerChoice started(Connection connection, EmbeddedBroker.Running started) {
        return new BrokerChoice(connection, started);
    }

    public Connection connection() {
        return connection;
    }

    /** Whether the broker runs in this process. */
    public boolean isEmbedded() {
        return started != null;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
