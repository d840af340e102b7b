package io.revstream.app;

/**
 * Where the HTTP API serves.
 *
 * @param host address to listen on; the API has no log-in, so other than loopback it belongs behind something that has
 * @param port 0 for any that is free
 * @param advertised host and port under which others reach it; null for {@code host} and {@code port}
 */
public record HttpSettings(String host, int port, String advertised) {

    public HttpSettings(String host, int port) {
        this(host, port, null);
    }

    /** What this instance tells the others, so that they can say who holds what; null when it cannot be known before it serves. */
    String endpoint() {
        return advertised != null ? advertised : port == 0 ? null : host + ':' + port;
    }
}
