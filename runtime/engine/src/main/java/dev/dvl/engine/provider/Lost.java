package dev.dvl.engine.provider;

import java.util.List;

/**
 * Data in an object that no attribute tells of, and that is lost with a change.
 *
 * @param what where it is, and why it is lost: a full sentence
 * @param ways how it is kept, or given up without a question: full sentences
 */
public record Lost(String what, List<String> ways) {
  public Lost {
    ways = List.copyOf(ways);
  }
}
