/** What another policy would have decided over the same history, and why. Reads and compares; decides nothing. */
package io.revstream.app.diff;
