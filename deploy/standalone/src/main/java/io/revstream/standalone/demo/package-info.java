/**
 * The demo: a made-up company whose last days are played on an accelerated clock, and which then goes on live. Everything that it
 * publishes follows from its seed and from what the pipeline decides; nothing here decides anything about a lead.
 */
package io.revstream.standalone.demo;
