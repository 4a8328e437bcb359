package dev.dvl.vsphere.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Waits for what takes time. */
public interface Tasks {
  /**
   * Waits until a task has ended. When {@code watch} is stopped, the server is asked to give it up
   * where it can; its end is waited for all the same.
   *
   * @return what it made or found, if anything
   * @throws VSphereException with the task's fault; with {@link Fault.Kind#TIMEOUT} when {@code
   *     watch} has waited long enough, and the task goes on; with {@link Fault.Kind#NOT_FOUND} when
   *     the server has forgotten the task, some minutes after its end
   */
  Optional<Tree> await(Ref task, Watch watch) throws VSphereException, InterruptedException;

  /** Asks the server to give a task up; whether it does is seen by waiting for it. */
  void cancel(Ref task) throws VSphereException;

  /**
   * Waits for an object's properties to become what is wanted. When {@code watch} is stopped, the
   * wait ends with {@link Fault.Kind#CANCELLED}.
   *
   * @param judge told the properties that are set whenever one changes; says what is still being
   *     waited for, and nothing when the wait is over
   * @return the properties that ended the wait
   */
  Map<String, Tree> until(
      Ref object,
      List<String> paths,
      Function<Map<String, Tree>, Optional<String>> judge,
      Watch watch)
      throws VSphereException, InterruptedException;
}
