package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Code;

/** The codes of all that can be wrong with text and syntax. */
public final class SyntaxCodes {
  /** Given by whoever reads the bytes of a file; the parser sees text. */
  public static final Code NOT_UTF8 = Code.error("DVL0001", "file is not UTF-8");

  public static final Code INVISIBLE = Code.error("DVL0002", "character that does not show");
  public static final Code UNKNOWN_CHARACTER =
      Code.error("DVL0003", "character with no meaning here");

  public static final Code UNCLOSED_TEXT = Code.error("DVL0010", "text without an end");
  public static final Code UNCLOSED_COMMENT = Code.error("DVL0011", "comment without an end");
  public static final Code ESCAPE = Code.error("DVL0012", "unknown escape");
  public static final Code INDENTATION = Code.error("DVL0013", "wrong indentation in a text");

  public static final Code NUMBER = Code.error("DVL0020", "not a number");
  public static final Code UNIT = Code.error("DVL0021", "unknown unit");
  public static final Code RANGE = Code.error("DVL0022", "number out of range");
  public static final Code NOT_WHOLE = Code.error("DVL0023", "quantity is not whole");

  public static final Code UNEXPECTED = Code.error("DVL0101", "this cannot stand here");
  public static final Code UNCLOSED_BRACKET = Code.error("DVL0102", "bracket is never closed");
  public static final Code UNOPENED_BRACKET = Code.error("DVL0103", "bracket was never opened");
  public static final Code TOO_DEEP = Code.error("DVL0104", "nested too deeply");
  public static final Code CHAINED = Code.error("DVL0105", "operators do not chain");
  public static final Code NOT_A_NAME = Code.error("DVL0106", "label is not a name");
  public static final Code LONE_ANNOTATION = Code.error("DVL0107", "annotation without an item");
  public static final Code NOT_CALLABLE = Code.error("DVL0108", "only functions can be called");
  public static final Code TOO_LONG = Code.error("DVL0109", "item is too long");

  private SyntaxCodes() {}
}
