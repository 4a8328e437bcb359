package dev.dvl.cli.console;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Takes a line as one word up to the last name in it: quotes and blanks mean nothing here. */
final class WholeLine implements Parser {

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    int start = Completion.start(line, cursor);
    int end = Completion.end(line, cursor);
    return new Word(line, cursor, start, line.substring(start, end));
  }

  /** The name at the cursor, which stays as it is written. */
  private record Word(String line, int cursor, int start, String word)
      implements CompletingParsedLine {
    @Override
    public int wordCursor() {
      return cursor - start;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }
}
