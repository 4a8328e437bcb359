package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tasks;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.wire.property.Stopping;
import dev.dvl.vsphere.wire.property.Waiter;
import dev.dvl.vsphere.wire.property.Waiting;
import dev.dvl.vsphere.wire.soap.Faults;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.CancelTask;
import dev.dvl.vsphere.wire.vim.LocalizedMethodFault;
import dev.dvl.vsphere.wire.vim.TaskInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits by the session's updates. */
final class SoapTasks implements Tasks {
  private static final String INFO = "info";

  private final Vim vim;
  private final Waiter waiter;

  SoapTasks(Vim vim, Waiter waiter) {
    this.vim = vim;
    this.waiter = waiter;
  }

  @Override
  public Optional<Tree> await(Ref task, Watch watch) throws VSphereException, InterruptedException {
    Map<String, Tree> end =
        waiter.until(task, List.of(INFO), SoapTasks::progress, ignored -> giveUp(task), watch);
    Tree info = end.get(INFO);
    return info == null ? Optional.empty() : result(vim.reading(() -> TaskInfo.read(info)));
  }

  @Override
  public void cancel(Ref task) throws VSphereException {
    vim.call(new CancelTask(task));
  }

  @Override
  public Map<String, Tree> until(
      Ref object,
      List<String> paths,
      Function<Map<String, Tree>, Optional<String>> judge,
      Watch watch)
      throws VSphereException, InterruptedException {
    return waiter.until(
        object,
        paths,
        state -> judge.apply(state).map(it -> new Waiting(it, OptionalDouble.empty())),
        Stopping.GIVING_UP,
        watch);
  }

  /** The server refuses where a task cannot be given up, or has ended; then its end is awaited. */
  private void giveUp(Ref task) throws VSphereException {
    try {
      cancel(task);
    } catch (VSphereException refused) {
      if (refused.fault().type().isEmpty()) {
        throw refused;
      }
    }
  }

  private static Optional<Waiting> progress(Map<String, Tree> state) {
    Tree info = state.get(INFO);
    return info == null
        ? Optional.of(new Waiting("the task", OptionalDouble.empty()))
        : progress(TaskInfo.read(info));
  }

  private static Optional<Waiting> progress(TaskInfo info) {
    return switch (info.state()) {
      case "success", "error" -> Optional.empty();
      case "queued" -> Optional.of(new Waiting("its turn on the server", OptionalDouble.empty()));
      case String running -> Optional.of(new Waiting(text(info), fraction(info.progress())));
    };
  }

  private static String text(TaskInfo info) {
    String name = info.name();
    String what = name == null ? info.descriptionId() : name.replace("_Task", "");
    Integer percent = info.progress();
    return percent == null ? what : what + " " + percent + "%";
  }

  private static OptionalDouble fraction(@Nullable Integer percent) {
    return percent == null ? OptionalDouble.empty() : OptionalDouble.of(percent / 100.0);
  }

  private static Optional<Tree> result(TaskInfo info) throws VSphereException {
    LocalizedMethodFault error = info.error();
    if (info.state().equals("error")) {
      Fault fault =
          error == null
              ? Fault.of(Kind.OTHER, "the task failed and does not say why.", "")
              : about(Faults.of(error), info);
      throw new VSphereException(fault);
    }
    return Optional.ofNullable(info.result());
  }

  /** A fault that names no object is about the one that the task was at work on. */
  private static Fault about(Fault fault, TaskInfo info) {
    return new Fault(
        fault.kind(),
        fault.type(),
        fault.message(),
        fault.object().or(() -> Optional.ofNullable(info.entity())),
        fault.advice(),
        fault.detail());
  }
}
