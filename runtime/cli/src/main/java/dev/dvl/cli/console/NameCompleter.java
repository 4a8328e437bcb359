package dev.dvl.cli.console;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers the names that may stand at the cursor. */
record NameCompleter(Completion completion) implements Completer {

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String before = line.line().substring(0, line.cursor());
    completion.at(before).forEach(name -> candidates.add(candidate(name)));
  }

  /** No blank behind it: mostly a dot or a bracket follows. */
  private static Candidate candidate(String name) {
    return new Candidate(name, name, null, null, null, null, false);
  }
}
