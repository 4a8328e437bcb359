package dev.dvl.compiler.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of an address, with {@code [..]} keys or {@code /key}. */
final class AddressReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern KEY =
      Pattern.compile("\\[(-?[0-9]{1,18})]|\\[\"((?:[^\"\\\\]|\\\\.)*)\"]|/([^/.\\[\\]]+)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u\\{([0-9a-f]{1,6})}|(.))");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private AddressReader() {}

  static Optional<Address> read(String text) {
    List<Address.Step> steps = new ArrayList<>();
    int at = 0;
    do {
      at = steps.isEmpty() ? at : at + 1;
      Matcher name = NAME.matcher(text).region(at, text.length());
      if (!name.lookingAt()) {
        return Optional.empty();
      }
      List<Key> keys = new ArrayList<>();
      at = keys(text, name.end(), keys);
      steps.add(new Address.Step(name.group(), keys));
    } while (at < text.length() && text.charAt(at) == '.');
    return at == text.length() ? Optional.of(new Address(steps)) : Optional.empty();
  }

  private static int keys(String text, int from, List<Key> keys) {
    Matcher key = KEY.matcher(text).region(from, text.length());
    while (key.lookingAt()) {
      keys.add(key(key));
      key.region(key.end(), text.length());
    }
    return key.regionStart();
  }

  private static Key key(Matcher matcher) {
    if (matcher.group(1) != null) {
      return Key.of(Long.parseLong(matcher.group(1)));
    }
    if (matcher.group(2) != null) {
      return Key.of(ESCAPE.matcher(matcher.group(2)).replaceAll(AddressReader::unescape));
    }
    String bare = matcher.group(3);
    return WHOLE.matcher(bare).matches() ? Key.of(Long.parseLong(bare)) : Key.of(bare);
  }

  private static String unescape(java.util.regex.MatchResult escape) {
    if (escape.group(1) != null) {
      return Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16)));
    }
    return Matcher.quoteReplacement(
        switch (escape.group(2)) {
          case "n" -> "\n";
          case "t" -> "\t";
          case String other -> other;
        });
  }
}
