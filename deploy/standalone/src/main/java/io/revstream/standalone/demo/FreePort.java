package io.revstream.standalone.demo;

import io.revstream.app.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of this machine's loopback interface that nobody uses. */
final class FreePort {

    private static final int TRIED = 50;

    private FreePort() {}

    /** The port itself, or the next that is free. */
    static int from(int port) {
        for (int next = port; next < port + TRIED; next++) {
            try (ServerSocket socket = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new CannotStart("Expected a free port from " + port + " to " + (port + TRIED - 1) + ", but all are taken:"
                + " name another with --http-port");
    }
}
