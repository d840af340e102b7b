/**
 * Where a lead stands: its stage and the status beside it, what moves it, what promotes it to an MQL and what a rejection leads to
 * (domain 1, 3 and 6). Stages move forward only, unless a person moves a lead and says why.
 */
package io.revstream.lifecycle;
