/** Settings, runner and everything that faces people: command line, HTTP, publishing. Decides nothing. */
package io.revstream.app;
