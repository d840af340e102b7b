package io.revstream.standalone.demo;

import io.revstream.app.Summary;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words that both screens use. */
record Wording(ZoneId zone) {

    String time(Instant now) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM, HH:mm", Locale.ENGLISH)
                        .withZone(zone)
                        .format(now) + " in "
                + zone.getId().substring(zone.getId().indexOf('/') + 1).replace('_', ' ');
    }

    static String phase(Screen.View view) {
        return view.isLive() ? "live" : "playing the past, %d %% done".formatted((int) (100 * view.played()));
    }

    static String counts(Summary counts) {
        return "leads %d   activities %d   promotions %d   assignments %d   breaches %d   deal alerts %d   dead letters %d"
                .formatted(
                        counts.count("leads"),
                        counts.count("activities"),
                        counts.count("promotions"),
                        counts.count("assignments"),
                        counts.count("breaches"),
                        counts.count("dealAlerts"),
                        counts.count("deadLetters"));
    }
}
