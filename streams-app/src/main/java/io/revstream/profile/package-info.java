/**
 * What is known of a lead, and what a policy makes of it: attributes, kinds of e-mail addresses, levels of titles, the account that
 * the lead belongs to. State here holds what was told, never what a policy concluded from it.
 */
package io.revstream.profile;
