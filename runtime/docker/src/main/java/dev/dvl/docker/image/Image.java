package dev.dvl.docker.image;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.stdlib.ImagePart;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an image's entry in a list shows, under one of its names. */
public final class Image {
  private Image() {}

  public static ShownValues show(Json image, String name) {
    ShownValues shown = new ShownValues();
    shown.values().put("name", Value.text(ImageName.canonical(name)));
    shown.output("id", Codec.text(image.at("Id").text()));
    shown.output("name", Value.text(name));
    shown.output("size", Codec.size(image.at("Size").number()));
    digest(image, name)
        .ifPresent(
            digest -> {
              shown.output("repo_digest", Value.text(digest));
              shown.values().put("digest", Value.text(digest));
            });
    return shown;
  }

  public static SortedMap<String, Value> canonical(SortedMap<String, Value> values) {
    SortedMap<String, Value> canonical = new TreeMap<>(values);
    ImagePart.of(values)
        .name()
        .known()
        .ifPresent(name -> canonical.put("name", Value.text(ImageName.canonical(name))));
    return canonical;
  }

  /** Whether an image has a name: as a tag, as a digest of a repository, or as its id. */
  public static boolean isNamed(Json image, String name) {
    if (name.equals(image.at("Id").text())) {
      return true;
    }
    ImageName wanted = ImageName.parse(name);
    if (!wanted.digest().isEmpty()) {
      return digests(image).stream()
          .anyMatch(
              known ->
                  known.digest().equals(wanted.digest())
                      && known.repository().equals(wanted.repository()));
    }
    return image.at("RepoTags").texts().stream()
        .anyMatch(tag -> ImageName.canonical(tag).equals(wanted.text()));
  }

  /** The digest under which a name's repository knows an image. */
  static Optional<String> digest(Json image, String name) {
    String repository = ImageName.parse(name).repository();
    return digests(image).stream()
        .filter(known -> known.repository().equals(repository))
        .map(ImageName::digest)
        .findFirst();
  }

  /**
   * The digests of an image, each with a repository that has it. An engine that keeps images in
   * containerd's store names in its list one repository of several: there the id is the digest of
   * them all.
   */
  private static List<ImageName> digests(Json image) {
    List<ImageName> listed = names(image, "RepoDigests");
    String id = image.at("Id").text();
    if (listed.stream().noneMatch(known -> known.digest().equals(id))) {
      return listed;
    }
    return Stream.concat(
            listed.stream(), names(image, "RepoTags").stream().map(tag -> tag.withDigest(id)))
        .toList();
  }

  private static List<ImageName> names(Json image, String field) {
    return image.at(field).texts().stream().map(ImageName::parse).toList();
  }
}
