package io.revstream.standalone.demo;

import java.time.Instant;

/** Shows how the demo fares. */
interface Screen {

    /**
     * What is to be seen.
     *
     * @param now the demo's time
     * @param played how much of the past has been played, from 0 to 1
     */
    record View(Instant now, double played, Chronicle.Page page) {

        boolean isLive() {
            return played >= 1;
        }
    }

    /** Shows it; called a few times a second. */
    void show(View view);
}
