package dev.dvl.engine.live;

/** An object of a platform: its kind, the id that the platform gave it, and the name it shows. */
public record Ref(String kind, String id, String name) {}
