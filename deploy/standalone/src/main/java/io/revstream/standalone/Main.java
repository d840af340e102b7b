package io.revstream.standalone;

/** Entry point of the launcher. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("revstream: nothing to run yet");
    }
}
