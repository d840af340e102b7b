/** A deal: what is wrong with it, and what its lead must know. */
package io.revstream.deal;
