package io.revstream.app.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A file of the page, out of this program. */
final class Page {

    private final String contentType;
    private final byte[] bytes;

    private Page(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /** All files by path. */
    static Map<String, Page> files() {
        return Map.of(
                "/", read("index.html", "text/html;charset=utf-8"),
                "/page.css", read("page.css", "text/css;charset=utf-8"),
                "/page.js", read("page.js", "text/javascript;charset=utf-8"),
                "/icon.svg", read("icon.svg", "image/svg+xml"));
    }

    void answer(Context context) {
        context.contentType(contentType).result(bytes);
    }

    private static Page read(String file, String contentType) {
        try (InputStream in = Page.class.getResourceAsStream("page/" + file)) {
            return new Page(contentType, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
