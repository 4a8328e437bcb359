package dev.dvl.docker.image;

import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The nameless images that the classic builder leaves of the steps of a build, and that the next
 * build goes on from. They go with the last image that stands on them.
 *
 * <p>No image goes while something is being built, and of those that go each has its turn: a name
 * that is just being taken away leaves an image that looks like a step, which two would then
 * remove; and an engine with containerd's store sweeps up behind each removal what a build has not
 * named yet.
 *
 * <p>An engine would take them along by itself. One that keeps images in containerd's store does so
 * without a look at what else stands on them, so that a build beside it fails ("unable to find
 * image", seen on 28), and of two such removals at once one fails on other engines.
 */
final class BuildSteps {
  private final DockerEngine engine;
  private final ReadWriteLock turn = new ReentrantReadWriteLock();
  private final Queue<String> ends = new ConcurrentLinkedQueue<>();

  BuildSteps(DockerEngine engine) {
    this.engine = engine;
  }

  /** Notes that a build has begun; closing says that it has ended. */
  Building building() {
    turn.readLock().lock();
    return () -> {
      turn.readLock().unlock();
      removeUnused();
    };
  }

  /** While it is open images stay. */
  interface Building extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /** Waits until nothing is being built and nothing else removed; closing ends the turn. */
  Removing removing() {
    turn.writeLock().lock();
    return turn.writeLock()::unlock;
  }

  /** While it is open nothing is built, and nothing else removed. */
  interface Removing extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Removes an image, or takes one of several names away from it.
   *
   * @throws EngineError where it is still there
   */
  void remove(String image) throws IOException {
    try {
      engine.client().images().remove(image);
    } catch (EngineError refused) {
      if (refused.conflict() || engine.find(ImageKind.path(image)).isPresent()) {
        throw refused;
      }
    }
  }

  /**
   * Removes those that an image stood on and nothing else needs, at once or when what is being
   * built has been.
   *
   * @param removed the inspection of the image, which is gone
   */
  void removeBelow(Json removed) throws IOException {
    String parent = removed.at("Parent").text();
    if (!parent.isEmpty()) {
      ends.add(parent);
      removeUnused();
    }
  }

  private void removeUnused() throws IOException {
    if (turn.writeLock().tryLock()) {
      try {
        for (String end = ends.poll(); end != null; end = ends.poll()) {
          removeFrom(end);
        }
      } finally {
        turn.writeLock().unlock();
      }
    }
  }

  /** The last step first. What else stands on them is looked up once: a list of all takes long. */
  private void removeFrom(String end) throws IOException {
    Optional<Json> step = nameless(end);
    List<String> parents = step.isPresent() ? parents() : List.of();
    String id = end;
    while (step.isPresent() && !parents.contains(id) && isRemoved(id)) {
      parents.remove(step.get().at("Parent").text());
      id = step.get().at("Parent").text();
      step = nameless(id);
    }
  }

  private Optional<Json> nameless(String id) throws IOException {
    return id.isEmpty()
        ? Optional.empty()
        : engine
            .find(ImageKind.path(id))
            .filter(it -> it.at("RepoTags").elements().isEmpty())
            .filter(it -> it.at("RepoDigests").elements().isEmpty());
  }

  /** What each image there is stands on. */
  private List<String> parents() throws IOException {
    List<String> parents = new ArrayList<>();
    engine
        .api()
        .list("/images/json?all=1")
        .elements()
        .forEach(image -> parents.add(image.at("ParentId").text()));
    return parents;
  }

  /** One that a container still needs stays. */
  private boolean isRemoved(String id) throws IOException {
    try {
      remove(id);
      return true;
    } catch (EngineError refused) {
      if (refused.conflict()) {
        return false;
      }
      throw refused;
    }
  }
}
