/**
 * Points for who a lead is and what it does, and what they combine to (domain 2). {@code Engagement} holds what happened;
 * scores are computed from it, for any instant and under any policy version, and are never state themselves.
 */
package io.revstream.scoring;
