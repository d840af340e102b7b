/** HTTP API and page of a running instance: read-only views on what the topologies have decided. Nothing is decided here. */
package io.revstream.app.http;
