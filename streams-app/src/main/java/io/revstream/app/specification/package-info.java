/** A policy as five documents, each of which stands alone (GEN-08). Reads a policy; decides nothing. */
package io.revstream.app.specification;
