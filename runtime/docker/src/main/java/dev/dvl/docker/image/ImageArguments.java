package dev.dvl.docker.image;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.CallArguments;
import java.util.Optional;
import java.util.SortedMap;

/** What the calls on images are told. */
public final class ImageArguments {
  private ImageArguments() {}

  /**
   * What is built.
   *
   * @param stamp the birth record as labels
   * @param build the block {@code build}
   * @param older the id of the image that has the name until then
   * @param olderName the name that it gets besides
   */
  record Build(
      String name,
      SortedMap<String, String> stamp,
      Field<String> platform,
      Value.ObjectOf build,
      Optional<String> older,
      Optional<String> olderName)
      implements CallArguments {}

  /**
   * What is pulled.
   *
   * @param digest what the registry said that the name means
   * @param missing whether the engine may have it already, whatever the name means by now
   */
  public record Pull(
      String name, Field<String> digest, Field<String> platform, Optional<Boolean> missing)
      implements CallArguments {

    /** One that the engine need not have in its newest form. */
    public static Pull ifMissing(String name, Field<String> platform) {
      return new Pull(name, Field.unset(), platform, Optional.of(true));
    }
  }

  /**
   * What is to go.
   *
   * @param image its id
   * @param olderName the name that it got besides
   * @param op the op that made it, where dvl did
   */
  record Removal(String image, String name, Optional<String> olderName, Optional<String> op)
      implements CallArguments {}
}
