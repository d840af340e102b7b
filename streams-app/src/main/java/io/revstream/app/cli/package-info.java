/** Commands of {@code revstream}, one class each. They parse arguments and print; what they do is done elsewhere. */
package io.revstream.app.cli;
