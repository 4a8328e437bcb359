package dev.dvl.compiler.refine;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * References of images: {@code [HOST[:PORT]/]PATH[:TAG][@ALGORITHM:HEX]}, after the grammar of the
 * distribution project's reference package (distribution/reference, reference.go).
 */
final class ImageRefForm implements Form {
  private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final String LABEL = "(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])";
  private static final String HOST =
      "(?:" + LABEL + "(?:\\." + LABEL + ")*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?";
  private static final Pattern NAME =
      Pattern.compile("(?:" + HOST + "/)?" + COMPONENT + "(?:/" + COMPONENT + ")*");
  private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
  private static final Pattern DIGEST =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}");
  private static final int LONGEST = 255;

  @Override
  public Optional<String> problem(String text) {
    int at = text.indexOf('@');
    String tagged = at < 0 ? text : text.substring(0, at);
    int colon = tagged.lastIndexOf(':');
    boolean hasTag = colon > tagged.lastIndexOf('/');
    String name = hasTag ? tagged.substring(0, colon) : tagged;
    if (hasTag && !TAG.matcher(tagged.substring(colon + 1)).matches()) {
      return Optional.of("`" + tagged.substring(colon + 1) + "` is not a tag");
    }
    if (at >= 0 && !DIGEST.matcher(text.substring(at + 1)).matches()) {
      return Optional.of("what follows `@` is not a digest");
    }
    return name(name);
  }

  @Override
  public String example() {
    return "postgres:17";
  }

  private static Optional<String> name(String name) {
    if (name.isEmpty()) {
      return Optional.of("the name of the image is missing");
    }
    if (name.length() > LONGEST) {
      return Optional.of("names of images have at most 255 characters");
    }
    if (NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        name.chars().anyMatch(Character::isUpperCase)
            ? "names of images are lower case"
            : "`" + name + "` is not a name of an image");
  }
}
