/**
 * The funnel in figures, folded from decisions as they were published: how many leads stand where, how long they stay, and where they
 * leave. Nothing is decided here, and no personal data is kept.
 */
package io.revstream.funnel;
