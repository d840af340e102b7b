package io.revstream.policy;

import java.util.Set;

/**
 * Outside systems behind their neutral names: a port that is off drops its own side effects and nothing else (GEN-10).
 *
 * @param off names of the ports that are off; all others are on
 */
public record Ports(Set<String> off) {

    /** Whether actions may be asked of that port. */
    public boolean isOn(String port) {
        return !off.contains(port);
    }
}
