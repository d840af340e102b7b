package io.revstream.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Ports of this machine's loopback interface. */
final class LoopbackPort {

    static final InetAddress ADDRESS = InetAddress.getLoopbackAddress();
    static final String HOST = ADDRESS.getHostAddress();

    private LoopbackPort() {}

    /** The port itself, or a free one for 0. Another process may take it before it is bound; that shows when binding. */
    static int orFree(int port) {
        if (port != 0) {
            return port;
        }
        try (ServerSocket socket = new ServerSocket(0, 1, ADDRESS)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected a free port on " + HOST + ", but found none", e);
        }
    }

    /** Whether somebody listens on a port. */
    static boolean serves(int port) {
        try (Socket socket = new Socket(ADDRESS, port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
