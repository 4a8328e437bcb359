package dev.dvl.vsphere.tag;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Steps;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Links;
import dev.dvl.vsphere.kind.OnObject;
import dev.dvl.vsphere.kind.RepeatableCall;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tags;
import dev.dvl.vsphere.session.VSphereException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code KIND.tags}: attaches what an object is to have, and takes off what it had by dvl and is
 * not to have any more. Repeating it does no harm.
 *
 * @param type the type under which the server puts tags on objects of the kind
 */
public record Tagging(String kind, String type) implements RepeatableCall<Tagging.Arguments> {
  /**
   * What the call is told.
   *
   * @param want all tags that the object is to have
   * @param had those that it had before the change
   */
  public record Arguments(Link.Made object, String name, Value want, Value had)
      implements OnObject {}

  @Override
  public Class<Arguments> arguments() {
    return Arguments.class;
  }

  /** The name of the call in plans. */
  public static String call(String kind) {
    return kind + ".tags";
  }

  /** Whether an object that is made gets tags. */
  public static boolean isWanted(Change change) {
    return change.after().filter(it -> it.values().containsKey(Tagged.TAGS.word())).isPresent();
  }

  /** Whether the tags of an object differ. */
  public static boolean differs(Change change) {
    return field(change).isPresent();
  }

  /** Completes the step that makes the call on an object. */
  public static Steps.Step complete(Steps.Step step, Change change, Link.Made object, String name) {
    Value had = field(change).map(FieldChange::before).orElse(Value.Null.NULL);
    Value want = Links.wrapped(change.after().orElseThrow().value(Tagged.TAGS.word()));
    return step.with(new Arguments(object, name, want, had)).repeatable();
  }

  private static Optional<FieldChange> field(Change change) {
    return change.fields().stream().filter(it -> Tagged.TAGS.holds(it.path())).findFirst();
  }

  @Override
  public String failing(Arguments args) {
    return kind + " `" + args.name() + "` cannot get its tags";
  }

  @Override
  public Done run(Arguments args, Site site, Run run) throws VSphereException, NameProblem {
    Tags tags = site.session().tags();
    TagBook book = new TagBook(tags);
    Ref object = new Ref(type, args.id());
    Set<String> wanted = wanted(args, book);
    List<String> has = tags.attached(List.of(object)).getOrDefault(object, List.of());
    // One tag of a category may have to go before another can come.
    for (String path : Tagged.names(args.had())) {
      for (Tags.Tag old : book.called(path)) {
        if (!wanted.contains(old.id()) && has.contains(old.id())) {
          detach(tags, old.id(), object);
        }
      }
    }
    for (String tag : wanted) {
      if (!has.contains(tag)) {
        tags.attach(tag, object);
      }
    }
    return Done.NOTHING;
  }

  private static Set<String> wanted(Arguments args, TagBook book)
      throws VSphereException, NameProblem {
    Set<String> wanted = new LinkedHashSet<>();
    for (Link tag : Tagged.links(args.want())) {
      Optional<String> path = tag.given();
      wanted.add(path.isPresent() ? book.named(path.get()).id() : tag.text());
    }
    return wanted;
  }

  /** A tag that is removed in the same run is no longer on anything. */
  private static void detach(Tags tags, String tag, Ref object) throws VSphereException {
    try {
      tags.detach(tag, object);
    } catch (VSphereException failed) {
      if (!failed.is(Fault.Kind.NOT_FOUND)) {
        throw failed;
      }
    }
  }
}
