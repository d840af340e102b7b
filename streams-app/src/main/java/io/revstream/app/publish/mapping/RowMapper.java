package io.revstream.app.publish.mapping;

import io.revstream.app.publish.rows.Rejection;
import io.revstream.app.publish.rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes events of rows. */
public final class RowMapper {

    private final Mapping mapping;
    private final boolean backfill;
    private final Set<String> columns;

    /** @param backfill whether the events are imported history */
    public RowMapper(Mapping mapping, boolean backfill) {
        this.mapping = mapping;
        this.backfill = backfill;
        this.columns = mapping.columns().stream().map(Mapping.ColumnUse::column).collect(Collectors.toSet());
    }

    public Mapped map(Row row) {
        RowReading reading = new RowReading(row, columns, mapping.blanks(), mapping.trim());
        List<Publication> publications = new ArrayList<>();
        for (EventMapping event : mapping.events()) {
            publications.addAll(event.read(reading, backfill));
        }
        return reading.problems().isEmpty()
                ? new Mapped.Events(publications)
                : new Mapped.Rejected(new Rejection(row.file(), row.line(), reading.problems(), row.original()));
    }
}
