package io.revstream.scenario;

import io.revstream.document.Problems;
import io.revstream.document.SourceNode;
import io.revstream.record.Conversion;
import io.revstream.record.Conversions;
import io.revstream.record.Formats;
import io.revstream.record.NumberFormat;
import io.revstream.record.TimeFormat;
import io.revstream.record.Unfit;
import java.time.Instant;
import java.time.LocalTime;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Reads the scalars of one step.
 *
 * @param times how instants are written
 * @param here the step's instant, from which relative ones count
 * @param problems receives what does not fit
 */
record Values(Times times, Instant here, Problems problems) {

    /** The value of a field that is no record, list or map; null when it does not fit. */
    Object scalar(SourceNode node, Schema type) {
        if (type.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return times.read(node, here, problems);
        }
        Conversion conversion = Conversions.into(
                type, new Formats(NumberFormat.PLAIN, TimeFormat.iso(times.zone(), LocalTime.MIDNIGHT), null));
        if (conversion == null || node.text() == null) {
            String expected = conversion == null
                    ? "a field that can be written here"
                    : conversion.kind().words();
            problems.error(node, "Expected " + expected + ", but found " + node.words());
            return null;
        }
        try {
            return conversion.read(node.text());
        } catch (Unfit unfit) {
            problems.error(node, unfit.reason());
            return null;
        }
    }

    /** Whether the node says that there is no value. */
    static boolean isNothing(SourceNode node) {
        return node.kind() == SourceNode.Kind.SCALAR && node.toJson().isNull();
    }

    /** Whether the node is of that kind; if not, there is a problem. */
    boolean is(SourceNode node, SourceNode.Kind kind, String expected) {
        if (node.kind() != kind) {
            problems.error(node, "Expected " + expected + ", but found " + node.words());
        }
        return node.kind() == kind;
    }
}
