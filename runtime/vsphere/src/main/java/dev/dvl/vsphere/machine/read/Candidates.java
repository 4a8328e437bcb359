package dev.dvl.vsphere.machine.read;

import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.provider.Query;
import dev.dvl.stdlib.KindName;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Finds;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Unreadable;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.stamp.BirthText;
import dev.dvl.vsphere.stamp.MachineBirth;
import dev.dvl.vsphere.stamp.MakingName;
import dev.dvl.vsphere.stamp.Mark;
import dev.dvl.vsphere.stamp.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The machines that planning wants to see: first little of all there are, then all of those that
 * carry a birth record or a claimed name.
 */
public record Candidates(Reading reading, String kind) {
  private static final String RECORD = "config.extraConfig[\"" + MachineBirth.BIRTH + "\"]";

  /** What the bulk read brings of every machine. */
  public static final Selection LITTLE =
      new Selection(
          Machine.TYPE, List.of("config.template", "config.instanceUuid", Reach.STATE, RECORD));

  /** A machine with whose it is. */
  public record Seen(Machine machine, Standing standing, Optional<Stamp> stamp) {}

  /** A machine as it shows itself, and why that may be otherwise. */
  public Live told(Machine machine, Live live) {
    List<Ref> places =
        Stream.of("resourcePool", "runtime.host").flatMap(it -> machine.link(it).stream()).toList();
    return Reach.silence(machine)
        .or(() -> Unreadable.place(reading.catalog(), reading.catalog().at(machine.ref()), places))
        .map(live::unreadable)
        .orElse(live);
  }

  /** Those of which can be read whose they are. */
  public List<Seen> seen() throws VSphereException, NameProblem {
    List<Ref> wanted = new ArrayList<>();
    Ref top = reading.names().topFolder();
    for (Entry entry : reading.catalog().all(Machine.TYPE)) {
      Optional<Stamp> stamp = stamp(entry);
      boolean marked = stamp.filter(it -> it.kind().equals(kind)).isPresent() || isMaking(entry);
      boolean claimed = isClaimed(entry);
      boolean stranger = stamp.isEmpty() && claimed && reading.catalog().isBelow(entry, top);
      boolean asked = claimed || reading.query().scope() != Query.Scope.CLAIMED;
      if ((marked && asked) || stranger) {
        wanted.add(entry.ref());
      }
    }
    List<Seen> seen = new ArrayList<>();
    for (Machine machine : Machine.read(reading.site().session(), wanted)) {
      if (!Reach.isDark(machine)) {
        seen.add(seen(machine));
      }
    }
    return seen;
  }

  /** The others, under each of the names that they may have: the program may want one of these. */
  public List<Live> dark() throws VSphereException, NameProblem {
    Set<String> claimed = reading.claimed(kind);
    Ref top = reading.names().topFolder();
    List<Ref> dark =
        reading.catalog().all(Machine.TYPE).stream()
            .filter(it -> Reach.isDark(new Machine(it.found())))
            .filter(
                it ->
                    claimed.contains(it.ref().id())
                        || it.parent().isEmpty()
                        || reading.catalog().isBelow(it, top))
            .map(Entry::ref)
            .toList();
    List<Live> found = new ArrayList<>();
    for (Found one : reading.site().session().inventory().read(dark, DarkNames.SELECTION)) {
      found.addAll(dark(new Machine(one), claimed));
    }
    return found;
  }

  private List<Live> dark(Machine machine, Set<String> claimed) {
    String shown = reading.catalog().at(machine.ref()).map(Entry::name).orElse("");
    Set<String> names = new TreeSet<>(new DarkNames(machine).among(claimed, shown));
    if (names.isEmpty() && claimed.contains(machine.ref().id())) {
      names.add(shown.isEmpty() ? machine.ref().id() : shown);
    }
    String why = Reach.silence(machine).orElse("Its configuration cannot be read.");
    return names.stream()
        .map(name -> new dev.dvl.engine.live.Ref(kind, machine.ref().id(), name))
        .map(ref -> Live.unknown(ref).unreadable(why))
        .toList();
  }

  private Seen seen(Machine machine) {
    Optional<MachineBirth> birth = MachineBirth.read(machine.extra());
    Optional<Stamp> stamp = birth.map(MachineBirth::stamp);
    boolean making =
        reading.catalog().at(machine.ref()).filter(this::isMaking).isPresent()
            || isMachineYet(machine, birth);
    Standing standing =
        making
            ? Standing.UNFINISHED
            : Standings.of(
                reading.query().stack(),
                stamp,
                birth.flatMap(MachineBirth::bearer),
                machine.instanceUuid());
    return new Seen(machine, standing, stamp.map(it -> later(machine, it)));
  }

  /** What a record came to since: a template's own cannot be written anew. */
  private static Stamp later(Machine machine, Stamp birth) {
    return Optional.ofNullable(machine.fields().get(Mark.FIELD))
        .flatMap(Mark::read)
        .filter(it -> machine.isTemplate() && it.bearer().equals(machine.ref().id()))
        .map(Mark::stamp)
        .filter(it -> it.op().equals(birth.op()) && it.stack().equals(birth.stack()))
        .orElse(birth);
  }

  /** A template that has not become one. */
  private boolean isMachineYet(Machine machine, Optional<MachineBirth> birth) {
    return kind.equals(KindName.TEMPLATE.word())
        && !machine.isTemplate()
        && birth.flatMap(MachineBirth::bearer).filter(machine.instanceUuid()::equals).isPresent()
        && birth.filter(it -> it.stamp().stack().equals(reading.query().stack())).isPresent();
  }

  private boolean isMaking(Entry entry) {
    return kind.equals(KindName.VM.word())
        && MakingName.isOurs(entry.name(), reading.query().stack());
  }

  private boolean isClaimed(Entry entry) {
    Set<String> claimed = reading.claimed(kind);
    boolean all =
        reading.query().scope() == Query.Scope.EVERYTHING
            && entry.text("config.template").equals("true")
                == kind.equals(KindName.TEMPLATE.word());
    return all
        || Finds.shown(
            claimed,
            new dev.dvl.engine.live.Ref(kind, entry.ref().id(), entry.name()),
            Standing.FOREIGN);
  }

  /** The record that a machine carries, whoever it was written for. */
  public static Optional<Stamp> stamp(Entry entry) {
    return entry.get(RECORD).flatMap(it -> it.text("value")).flatMap(BirthText::read);
  }
}
