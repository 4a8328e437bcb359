package dev.dvl.contract;

/**
 * A resource that changes.
 *
 * @param name its address
 * @param before its declaration
 * @param after its declaration once it has changed
 */
public record Changing(String name, String before, String after) {}
