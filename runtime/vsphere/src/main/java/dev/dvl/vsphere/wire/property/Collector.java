package dev.dvl.vsphere.wire.property;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.soap.Faults;
import dev.dvl.vsphere.wire.soap.Required;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.CreateContainerView;
import dev.dvl.vsphere.wire.vim.DestroyView;
import dev.dvl.vsphere.wire.vim.DynamicProperty;
import dev.dvl.vsphere.wire.vim.MissingProperty;
import dev.dvl.vsphere.wire.vim.ObjectContent;
import dev.dvl.vsphere.wire.vim.ObjectSpec;
import dev.dvl.vsphere.wire.vim.PropertyFilterSpec;
import dev.dvl.vsphere.wire.vim.PropertySpec;
import dev.dvl.vsphere.wire.vim.TraversalSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads properties of many objects at once. */
public final class Collector {
  private final Vim vim;
  private final Pages pages;

  public Collector(Vim vim) {
    this.vim = vim;
    this.pages = new Pages(vim);
  }

  /** All objects of the selected types below {@code container}. */
  public List<Found> below(Ref container, List<Selection> selections) throws VSphereException {
    return pages.whole(
        () -> {
          Ref view = view(container, selections);
          try {
            return found(pages.of(List.of(filter(List.of(inView(view)), selections))));
          } finally {
            discard(view);
          }
        });
  }

  /** Properties of given objects; those that are gone are left out. */
  public List<Found> read(Collection<Ref> refs, Selection selection) throws VSphereException {
    if (refs.isEmpty()) {
      return List.of();
    }
    List<ObjectSpec> objects =
        refs.stream().map(ref -> ObjectSpec.builder().obj(ref).build()).toList();
    PropertyFilterSpec filter = filter(objects, List.of(selection));
    return pages.whole(() -> found(pages.of(List.of(filter))));
  }

  private Ref view(Ref container, List<Selection> selections) throws VSphereException {
    Ref views = Required.of(vim.content().viewManager(), "views");
    List<String> types = selections.stream().map(Selection::type).toList();
    return vim.call(new CreateContainerView(views, container, types, true));
  }

  /** A view that cannot be discarded ends with the session. */
  private void discard(Ref view) {
    try {
      vim.call(new DestroyView(view));
    } catch (VSphereException e) {
      // What was read is good; the caller need not know.
    }
  }

  private static ObjectSpec inView(Ref view) {
    TraversalSpec step =
        TraversalSpec.builder().name("view").type(view.type()).path("view").skip(false).build();
    return ObjectSpec.builder().obj(view).skip(true).selectSet(List.of(step)).build();
  }

  static PropertyFilterSpec filter(List<ObjectSpec> objects, List<Selection> selections) {
    List<PropertySpec> properties =
        selections.stream()
            .map(
                it -> PropertySpec.builder().type(it.type()).all(false).pathSet(it.paths()).build())
            .toList();
    return PropertyFilterSpec.builder()
        .propSet(properties)
        .objectSet(objects)
        .reportMissingObjectsInResults(true)
        .build();
  }

  private static List<Found> found(List<ObjectContent> objects) {
    return objects.stream().map(Collector::found).toList();
  }

  private static Found found(ObjectContent object) {
    Map<String, Tree> properties = new LinkedHashMap<>();
    for (DynamicProperty property : object.propSet()) {
      properties.put(property.name(), property.val());
    }
    return new Found(object.obj(), properties, missing(object.missingSet()));
  }

  static Map<String, Fault> missing(List<MissingProperty> missing) {
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (MissingProperty it : missing) {
      faults.put(it.path(), Faults.of(it.fault()));
    }
    return faults;
  }
}
