package dev.dvl.docker.image;

import java.util.regex.Pattern;

/**
 * What a built image is called besides while a newer one takes its name: {@code NAME.dvl-OP.old}.
 * Without a name of its own nobody could tell it from what others have built on it.
 *
 * @param name the name it was built for
 * @param op the op that built it
 */
public record OlderBuild(String name, String op) {
  private static final int LONGEST_TAG = 128;
  private static final int LONGEST_OP = 40;
  private static final String MARK = ".dvl-";
  private static final String END = ".old";

  /** The name, of which the tag is cut off where both do not fit into one. */
  public String text() {
    return beginning(name) + MARK + op + END;
  }

  /** Whether an image that was built for {@code born} was given {@code tag} as an older build. */
  public static boolean is(String tag, String born) {
    String rest = Pattern.quote(beginning(born) + MARK) + "[0-9a-z]+" + Pattern.quote(END);
    return !born.isEmpty() && ImageName.canonical(tag).matches(rest);
  }

  private static String beginning(String name) {
    ImageName parsed = ImageName.parse(name);
    int room = LONGEST_TAG - MARK.length() - END.length() - LONGEST_OP;
    String tag = parsed.tag().substring(0, Math.min(parsed.tag().length(), room));
    return parsed.repository() + ":" + tag;
  }
}
