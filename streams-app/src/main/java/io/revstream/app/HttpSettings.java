package io.revstream.app;

/**
 * Where the HTTP API serves.
 *
 * @param host address to listen on; the API has no log-in, so other than loopback it belongs behind something that has
 * @param port 0 for any that is free
 */
public record HttpSettings(String host, int port) {}
