package io.revstream.deal;

import io.revstream.pipeline.StageVisits;

/**
 * How long deals stay in a stage.
 *
 * @param stage its name
 */
public record StageState(String stage, StageVisits visits) implements PipelineState {

    private static final String KEY = "stage/";

    static String key(String stage) {
        return KEY + stage;
    }

    static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    static StageState unknown(String key) {
        return new StageState(key.substring(KEY.length()), StageVisits.NONE);
    }
}
