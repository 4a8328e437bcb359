package dev.dvl.compiler.parse;

import org.antlr.v4.runtime.IntStream;

/**
 * Where ANTLR is in what it reads. All of that is there from the start, so that nothing has to be
 * marked to come back to it.
 */
abstract class Cursor implements IntStream {
  private final int end;
  private int at;

  /**
   * @param end the place behind the last thing that can be read
   */
  Cursor(int at, int end) {
    this.at = at;
    this.end = end;
  }

  /** The place of what is read next but so many; of what was read before, where it is negative. */
  final int place(int offset) {
    return offset > 0 ? at + offset - 1 : at + offset;
  }

  @Override
  public final void consume() {
    if (at < end) {
      at++;
    }
  }

  @Override
  public final int mark() {
    return 0;
  }

  @Override
  public final void release(int marker) {}

  @Override
  public final int index() {
    return at;
  }

  @Override
  public final void seek(int index) {
    at = index;
  }
}
