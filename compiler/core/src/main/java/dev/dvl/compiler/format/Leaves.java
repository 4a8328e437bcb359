package dev.dvl.compiler.format;

import dev.dvl.compiler.parse.Tokens;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Comment;
import dev.dvl.compiler.syntax.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file as the row of all that is written in it: nothing but blanks lies between two leaves. */
final class Leaves {
  private static final int LONGEST_KNOWN = 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final SourceFile file;
  private final String text;
  private final List<Leaf> row = new ArrayList<>();

  /** Each short text once: a file says the same few words and signs over and over. */
  private final Map<String, String> known = new HashMap<>();

  /** Where the last leaf ends. */
  private int last;

  private Leaves(SourceFile file) {
    this.file = file;
    this.text = file.text();
    this.last = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
  }

  static List<Leaf> of(SourceFile file, Tokens tokens) {
    Leaves leaves = new Leaves(file);
    leaves.read(tokens);
    return leaves.row;
  }

  private void read(Tokens tokens) {
    int next = 0;
    List<Comment> comments = tokens.comments();
    for (Token token : tokens.tokens()) {
      while (next < comments.size() && comments.get(next).span().start() < token.span().start()) {
        comment(comments.get(next++));
      }
      token(token);
    }
    while (next < comments.size()) {
      comment(comments.get(next++));
    }
    junk(text.length());
  }

  private void comment(Comment comment) {
    if (from(comment.span()) >= last) { // else it is in a text, and written with it
      boolean block = comment.kind() == Comment.Kind.BLOCK;
      add(block ? Leaf.Kind.BLOCK_COMMENT : Leaf.Kind.LINE_COMMENT, comment.span());
    }
  }

  private void token(Token token) {
    Leaf.Kind kind = Leaf.Kind.valueOf(token.kind().name());
    int start = from(token.span());
    if (token.isMissing()) {
      row.add(new Leaf(kind, "", start, start, /* lines= */ 0, /* missing= */ true, false));
    } else if (kind == Leaf.Kind.NEWLINE) {
      junk(start);
      row.add(new Leaf(kind, "", start, start, /* lines= */ 1, /* missing= */ false, false));
    } else {
      add(kind, token.span());
    }
  }

  private void add(Leaf.Kind kind, Span span) {
    junk(from(span));
    write(kind, from(span), span.end() - file.base());
  }

  private int from(Span span) {
    return span.start() - file.base();
  }

  /** What stands between the last leaf and {@code end}, if it is more than blanks. */
  private void junk(int end) {
    int from = last;
    int to = Math.max(end, last);
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      write(Leaf.Kind.JUNK, from, to);
    }
  }

  private void write(Leaf.Kind kind, int start, int end) {
    String written = unix(once(text.substring(start, end)));
    String shown = kind == Leaf.Kind.LINE_COMMENT ? written.stripTrailing() : written;
    row.add(new Leaf(kind, shown, start, end, lines(last, start), /* missing= */ false, false));
    last = end;
  }

  private String once(String piece) {
    return piece.length() > LONGEST_KNOWN ? piece : known.computeIfAbsent(piece, same -> same);
  }

  private int lines(int from, int to) {
    int lines = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean crlf = c == '\r' && i + 1 < to && text.charAt(i + 1) == '\n';
      lines += c == '\n' || (c == '\r' && !crlf) ? 1 : 0;
    }
    return lines;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** The same with {@code \n} at the end of every line. */
  static String unix(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
