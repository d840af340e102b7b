/**
 * Mapping files: how the rows of a file become events. A mapping is checked completely when it is loaded, against the Avro schemas of its
 * topics; what is left to go wrong then is the data. Pure: reads no clock, sends nothing, and knows the columns of no particular file.
 */
package io.revstream.app.publish.mapping;
