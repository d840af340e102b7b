/** What came in once, in the order of time, and its runs through the deciders in virtual time. Decides nothing and writes to no topic. */
package io.revstream.app.history;
