package dev.dvl.engine.live;

/**
 * Whose objects these are: the id of the stack file, and the name that tells apart several stacks
 * of one program.
 */
public record Stack(String id, String name) {}
