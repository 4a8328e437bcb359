package dev.dvl.compiler.refine;

import java.util.Optional;
import java.util.regex.Pattern;

/** Six pairs of hexadecimal digits with colons (IEEE 802, as Docker and vSphere write it). */
final class MacForm implements Form {
  private static final Pattern MAC = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}");

  @Override
  public Optional<String> problem(String text) {
    return MAC.matcher(text).matches()
        ? Optional.empty()
        : Optional.of("this is not six pairs of hexadecimal digits with colons between them");
  }

  @Override
  public String example() {
    return "02:42:ac:11:00:02";
  }
}
