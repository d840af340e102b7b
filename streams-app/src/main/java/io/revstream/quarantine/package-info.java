/**
 * Activities that may be those of a machine: mail gateways that open and click everything, crawlers, monitors. They are told apart before
 * they score, wait in quarantine, and are admitted or withdrawn by a correcting event.
 */
package io.revstream.quarantine;
