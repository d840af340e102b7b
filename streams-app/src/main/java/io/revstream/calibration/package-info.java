/**
 * What past outcomes say about a policy (domain section 17): leads with what became of them in, figures and proposals out. Pure: it runs
 * nothing and reads nothing; who gathers the leads must see to it that nothing in them is later than their outcome.
 */
package io.revstream.calibration;
