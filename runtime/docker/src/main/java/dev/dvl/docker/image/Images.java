package dev.dvl.docker.image;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Query;
import dev.dvl.stdlib.ImagePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Entries of images as live objects.
 *
 * <p>A built image carries a stamp, and counts as ours while it bears the name it was built for: an
 * image built from it inherits the stamp and not the name. An older build is told of by the name
 * that it got besides, as one that does not count: it is to go. A pulled one is ours by its claimed
 * name alone. Images that containers of the program name are told of too, as what they are: not
 * ours.
 *
 * <p>Somebody may give the name of ours to another image. Then ours, which the ledger knows by its
 * id, is to go, and the other one is not in the way of a new build: it only loses the name again.
 */
record Images(List<Json> images, Reading reading) {
  List<Live> live() {
    List<Live> found = new ArrayList<>();
    Set<String> shown = new LinkedHashSet<>();
    images.forEach(image -> found.addAll(older(image)));
    for (Json image : images) {
      robbed(image).filter(live -> shown.add(live.ref().id())).ifPresent(found::add);
    }
    for (Json image : images) {
      stamped(image)
          .ifPresent(
              live -> {
                found.add(live);
                shown.add(live.ref().name());
                shown.add(live.ref().id());
              });
    }
    Map<Address, Instance> wanted = new HashMap<>();
    reading.query().wanted().forEach(instance -> wanted.put(instance.address(), instance));
    for (Query.Claim claim : claims()) {
      if (shown.add(claim.platformName())) {
        boolean built =
            wanted.containsKey(claim.address())
                && ImagePart.of(wanted.get(claim.address()).values()).build().isSet();
        boolean maybeBuilt = built || !wanted.containsKey(claim.address());
        if (maybeBuilt && images.stream().anyMatch(it -> lost(it, claim))) {
          continue;
        }
        named(claim.platformName(), built ? Standing.FOREIGN : Standing.OURS)
            .ifPresent(
                live -> {
                  found.add(live);
                  shown.add(live.ref().id());
                });
      }
    }
    for (String name : reading.images()) {
      if (shown.add(name)) {
        named(name, Standing.FOREIGN).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Names before ids: one that was found by its name is not told of by its id as well. */
  private List<Query.Claim> claims() {
    return reading.query().claims().stream()
        .filter(claim -> claim.kind().equals(ImageKind.NAME))
        .sorted(Comparator.comparing(claim -> claim.platformName().startsWith("sha256:")))
        .toList();
  }

  private Optional<Live> named(String name, Standing standing) {
    return images.stream()
        .filter(image -> Image.isNamed(image, name))
        .findFirst()
        .map(image -> live(image, name, standing, Optional.empty()));
  }

  private Optional<Live> stamped(Json image) {
    Optional<Stamp> stamp = stamp(image);
    if (stamp.isEmpty()) {
      return Optional.empty();
    }
    String born = BuiltName.read(image.at("Labels").textFields());
    boolean bears = Image.isNamed(image, born);
    Optional<String> name = bears ? Optional.of(born) : tag(image, born);
    return name.map(shown -> live(image, shown, bears ? Standing.OURS : Standing.COPY, stamp));
  }

  /** While it still has its name it is no older one: the build that was to take that broke off. */
  private List<Live> older(Json image) {
    String born = BuiltName.read(image.at("Labels").textFields());
    Optional<Stamp> stamp = stamp(image);
    return stamp.isEmpty() || Image.isNamed(image, born)
        ? List.of()
        : image.at("RepoTags").texts().stream()
            .filter(tag -> OlderBuild.is(tag, born))
            .map(tag -> live(image, tag, Standing.UNFINISHED, stamp))
            .toList();
  }

  /** Whether an image was built for a claim and does not bear its name any more. */
  private boolean lost(Json image, Query.Claim claim) {
    String born = BuiltName.read(image.at("Labels").textFields());
    return stamp(image).filter(it -> it.address().equals(claim.address())).isPresent()
        && born.equals(claim.platformName())
        && !Image.isNamed(image, born);
  }

  /** One of ours that has lost its only name: what others built on it has another id. */
  private Optional<Live> robbed(Json image) {
    String id = image.at("Id").text();
    boolean nameless =
        image.at("RepoTags").texts().stream().allMatch(tag -> tag.equals("<none>:<none>"));
    return stamp(image)
        .filter(
            it -> nameless && claims().stream().anyMatch(claim -> claim.platformName().equals(id)))
        .map(it -> live(image, id, Standing.UNFINISHED, Optional.of(it)));
  }

  private Optional<Stamp> stamp(Json image) {
    return StampLabels.read(ImageKind.NAME, image.at("Labels").textFields())
        .filter(it -> it.stack().equals(reading.query().stack()));
  }

  /** Nameless ones are told of by nobody: steps of builds, and what others made of ours. */
  private static Optional<String> tag(Json image, String born) {
    return image.at("RepoTags").texts().stream()
        .filter(tag -> !tag.equals("<none>:<none>") && !OlderBuild.is(tag, born))
        .findFirst();
  }

  private static Live live(Json image, String name, Standing standing, Optional<Stamp> stamp) {
    ShownValues shown = Image.show(image, name);
    return new Live(
        new Ref(ImageKind.NAME, image.at("Id").text(), name),
        standing,
        stamp,
        shown.values(),
        shown.defaults(),
        shown.outputs());
  }
}
