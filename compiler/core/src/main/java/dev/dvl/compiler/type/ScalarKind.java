package dev.dvl.compiler.type;

import java.util.Locale;

/** The built-in types without parts. Those from {@link #IP} on are refinements of text or int. */
public enum ScalarKind {
  STRING,
  INT,
  DECIMAL,
  BOOL,
  SIZE,
  DURATION,
  FREQUENCY,
  RATE,
  PERCENT,
  IP,
  CIDR,
  MAC,
  PORT,
  PORT_MAPPING,
  IMAGE_REF,
  PATH,
  URL;

  /** The name of the type in the language. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
