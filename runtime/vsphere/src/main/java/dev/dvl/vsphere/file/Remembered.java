package dev.dvl.vsphere.file;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the ledger remembers of a file, in the place of its name: {@code [ds] a.iso {size=1,
 * digest=ab}}. A file on a datastore has no room for a birth record, and is too large to be read.
 *
 * @param prints fingerprints of what was uploaded
 */
record Remembered(String name, String size, Map<String, String> prints) {
  private static final Pattern FORM =
      Pattern.compile("(?<name>.*) \\{size=(?<size>[0-9]+)(?<prints>(, [a-z_]+=[0-9a-f]+)*)\\}");
  private static final Pattern PRINT = Pattern.compile(", ([a-z_]+)=([0-9a-f]+)");

  static Optional<Remembered> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> prints = new TreeMap<>();
    Matcher print = PRINT.matcher(matcher.group("prints"));
    while (print.find()) {
      prints.put(print.group(1), print.group(2));
    }
    return Optional.of(new Remembered(matcher.group("name"), matcher.group("size"), prints));
  }

  String text() {
    StringBuilder text = new StringBuilder(name).append(" {size=").append(size);
    new TreeMap<>(prints)
        .forEach((path, print) -> text.append(", ").append(path).append('=').append(print));
    return text.append('}').toString();
  }
}
