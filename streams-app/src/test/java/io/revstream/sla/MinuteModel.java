package io.revstream.sla;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a clock should have said, worked out minute by minute and in no clever way. Instants are minutes of one week that begins on a
 * Monday at midnight; the office is open from nine to five on the first five days.
 */
final class MinuteModel {

    static final int DAY = 24 * 60;

    /**
     * A step.
     *
     * @param business whether its minutes are business minutes
     * @param every minutes after which it comes again, in the same units; 0 for once
     * @param until minutes from the start of the clock before which it comes
     */
    record Rule(String name, int minutes, boolean business, int every, int until) {}

    /**
     * Something that happened.
     *
     * @param kind CALL stops, EMAIL restarts, AGREED pauses, DUE ends a pause
     */
    record Happened(String kind, int at) {}

    /** Which step of which run of the clock. */
    record Said(int start, String step, int occurrence) implements Comparable<Said> {
        @Override
        public int compareTo(Said other) {
            return toString().compareTo(other.toString());
        }
    }

    private final List<Rule> rules;
    private final List<Happened> happened;
    private final int mostPaused;
    private final boolean[] away;
    private final Map<Said, Integer> said = new TreeMap<>();

    /**
     * A clock that runs.
     *
     * @param happened in the order of time, each at another minute
     * @param away whether the owner is away, by minute
     */
    MinuteModel(List<Rule> rules, List<Happened> happened, int mostPaused, boolean[] away) {
        this.rules = rules;
        this.happened = happened;
        this.mostPaused = mostPaused;
        this.away = away;
    }

    /** When each step should have been said, until the end of time. */
    Map<Said, Integer> said(int start) {
        int begin = start;
        while (begin >= 0) {
            begin = run(begin);
        }
        return said;
    }

    static boolean isOpen(int minute) {
        return (minute / DAY) % 7 < 5 && minute % DAY >= 9 * 60 && minute % DAY < 17 * 60;
    }

    /** One run, until it is stopped or starts anew; then when, or else -1. */
    private int run(int start) {
        int next = -1;
        int end = away.length;
        for (Happened one : happened) {
            boolean stops = one.kind().equals("CALL") && one.at() >= start;
            boolean restarts = one.kind().equals("EMAIL") && one.at() > start;
            if (stops || restarts) {
                end = one.at();
                next = restarts ? one.at() : -1;
                break;
            }
        }
        boolean[] paused = paused(start);
        for (Rule rule : rules) {
            int due = after(start, rule.minutes(), rule.business(), paused);
            int until = rule.every() == 0 ? away.length : after(start, rule.until(), rule.business(), paused);
            for (int time = 1; due < Math.min(end, until); time++) {
                said.put(new Said(start, rule.name(), time), due);
                due = rule.every() == 0 ? away.length : after(due, rule.every(), rule.business(), paused);
            }
        }
        return next;
    }

    /** The first instant at which so many minutes have counted. */
    private int after(int start, int minutes, boolean business, boolean[] paused) {
        int left = minutes;
        int minute = start;
        while (left > 0 && minute < away.length) {
            boolean counts = !paused[minute] && (!business || (isOpen(minute) && !away[minute]));
            left -= counts ? 1 : 0;
            minute++;
        }
        return minute;
    }

    /** As known now: activities after the run belong to another, and those before did not pause it. */
    private boolean[] paused(int start) {
        boolean[] paused = new boolean[away.length];
        int until = -1;
        List<Happened> mine = new ArrayList<>(happened);
        for (int minute = start; minute < away.length; minute++) {
            for (Happened one : mine) {
                if (one.at() == minute && one.kind().equals("AGREED")) {
                    until = minute + mostPaused;
                } else if (one.at() == minute && one.kind().equals("DUE")) {
                    until = minute;
                }
            }
            paused[minute] = minute < until;
        }
        return paused;
    }
}
