package dev.dvl.compiler.source;

/** A place as people name it: line and column, both from 1; columns count Unicode code points. */
public record Position(int line, int column) {}
