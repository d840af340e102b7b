/** The program in one process: the commands of the app, the broker that they may use, and the demo. */
package io.revstream.standalone;
