package dev.dvl.vsphere.machine.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Run;
import dev.dvl.stdlib.TemplatePart;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Primitive;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.plan.TemplatePlan;
import dev.dvl.vsphere.machine.read.Machine;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.spec.VmSetting;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.MachineBirth;
import dev.dvl.vsphere.stamp.Mark;
import dev.dvl.vsphere.stamp.Marks;
import dev.dvl.vsphere.tag.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls on templates, by their names in plans. */
public final class TemplateCalls {
  private TemplateCalls() {}

  public static Map<String, Primitive<?>> all() {
    return Map.of(
        TemplatePlan.CREATE,
        new Create("template"),
        TemplatePlan.COMMIT,
        new Commit(),
        TemplatePlan.CHANGE,
        new Change(),
        Tagging.call("template"),
        new Tagging("template", Machine.TYPE),
        TemplatePlan.REMOVE,
        Remove.byId(),
        TemplatePlan.DISCARD,
        Remove.byOp());
  }

  /** Finishes the record while it still is a machine; that it becomes a template commits. */
  private static final class Commit extends MachineCall<MachineArguments.TemplateCommit> {
    Commit() {
      super(MachineArguments.TemplateCommit.class, "cannot be made a template");
    }

    @Override
    public Done run(MachineArguments.TemplateCommit args, Site site, Run run)
        throws VSphereException, NameProblem, OpProblem, InterruptedException {
      Machine machine = machine(args, site);
      act(args, machine, site, run);
      return new Done(
          Optional.of(new Ref("template", machine.ref().id(), args.name())),
          new TreeMap<>(
              Map.of(
                  "id", Value.text(machine.ref().id()),
                  "uuid", Value.text(machine.instanceUuid()))));
    }

    @Override
    void act(MachineArguments.TemplateCommit args, Machine now, Site site, Run run)
        throws VSphereException, InterruptedException {
      if (now.isTemplate()) {
        return;
      }
      List<VmSetting> settings =
          new ArrayList<>(Configure.entries(MachineBirth.ready(now.instanceUuid()), now));
      settings.add(new VmSetting.Annotation(args.annotation().orElse("")));
      Configure.reconfigure(now, settings, site, run);
      site.session().machines().toTemplate(now.ref());
    }
  }

  /**
   * Renames it, moves it and gives it other notes. What is set on a template is its name and its
   * notes, so that a record which changes goes into the custom attribute of marked objects.
   */
  private static final class Change extends MachineCall<MachineArguments.TemplateChange> {
    Change() {
      super(MachineArguments.TemplateChange.class, "cannot be changed");
    }

    @Override
    void act(MachineArguments.TemplateChange args, Machine now, Site site, Run run)
        throws VSphereException, NameProblem, OpProblem, InterruptedException {
      PlaceCalls.Rename.rename(now, args.to(), site, run);
      if (args.want().isEmpty()) {
        return;
      }
      TemplatePart want = TemplatePart.of(args.want().get().fields());
      if (want.folder().isSet()) {
        PlaceCalls.Move.move(now, Spot.folder(site.names(), want.folder()), site, run);
      }
      String annotation = want.annotation().orElse("");
      if (!annotation.equals(now.text("config.annotation").orElse(""))) {
        Configure.reconfigure(now, List.of(new VmSetting.Annotation(annotation)), site, run);
      }
      Optional<Stamp> birth = args.birth().flatMap(BirthText::read);
      if (birth.isPresent()) {
        String mark = new Mark(now.ref().id(), birth.get()).text();
        site.session().objects().setField(now.ref(), Marks.defined(site.session()), mark);
      }
    }
  }
}
