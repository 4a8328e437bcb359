package dev.dvl.docker.client;

import java.io.IOException;
import java.io.InputStream;

/** What changes containers, but for what is written in JSON of our own: making and updating. */
public final class ContainerCommands {
  private final DockerJava library;

  ContainerCommands(DockerJava library) {
    this.library = library;
  }

  /** Starts a container; refused with status 304 where it runs already. */
  public void start(String container) throws IOException {
    library.run(it -> it.startContainerCmd(container).exec());
  }

  public void unpause(String container) throws IOException {
    library.run(it -> it.unpauseContainerCmd(container).exec());
  }

  public void rename(String container, String name) throws IOException {
    library.run(it -> it.renameContainerCmd(container).withName(name).exec());
  }

  /**
   * Removes a container and its anonymous volumes.
   *
   * @param force whether it may still run
   */
  public void remove(String container, boolean force) throws IOException {
    library.run(
        it -> it.removeContainerCmd(container).withRemoveVolumes(true).withForce(force).exec());
  }

  /**
   * Unpacks an archive in a folder of a container; what is in it keeps the owners it names, and
   * takes the place of no folder.
   */
  public void upload(String container, InputStream tar, String folder) throws IOException {
    library.run(
        it ->
            it.copyArchiveToContainerCmd(container)
                .withTarInputStream(tar)
                .withRemotePath(folder)
                .withCopyUIDGID(false)
                .withNoOverwriteDirNonDir(true)
                .exec());
  }
}
