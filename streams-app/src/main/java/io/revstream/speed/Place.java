package io.revstream.speed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;

/** A place in the order in which running clocks are due. */
public record Place(Instant dueAt, String subjectId, String clock, int pass, int round) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::dueAt)
            .thenComparing(Place::subjectId)
            .thenComparing(Place::clock)
            .thenComparingInt(Place::pass)
            .thenComparingInt(Place::round);

    static Place of(Run run) {
        return new Place(run.dueAt(), run.subjectId, run.clock, run.pass, run.round);
    }

    /** Reads what {@link #token()} wrote, or gives null for a text that is none. */
    public static Place parse(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
            return new Place(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])),
                    parts[4],
                    parts[3],
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException none) {
            return null;
        }
    }

    /** For a link to what follows. */
    public String token() {
        String text = dueAt.toEpochMilli() + "\n" + pass + '\n' + round + '\n' + clock + '\n' + subjectId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
