package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Events;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.soap.Required;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.CurrentTime;
import dev.dvl.vsphere.wire.vim.EventFilterSpec;
import dev.dvl.vsphere.wire.vim.EventFilterSpecByEntity;
import dev.dvl.vsphere.wire.vim.EventFilterSpecByTime;
import dev.dvl.vsphere.wire.vim.QueryEvents;
import dev.dvl.vsphere.wire.xml.Scalars;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Events over SOAP. */
final class SoapEvents implements Events {
  /** Where an event says what it is about; one about a port group also names the switch. */
  private static final List<String> OBJECTS =
      List.of(
          "info.entity",
          "entity.entity",
          "vm.vm",
          "resourcePool.resourcePool",
          "net.network",
          "dvs.dvs");

  private static final List<String> PARTS = List.of("modified", "added", "deleted");

  private final Vim vim;

  SoapEvents(Vim vim) {
    this.vim = vim;
  }

  @Override
  public Instant now() throws VSphereException {
    return vim.call(new CurrentTime(Vim.SERVICE));
  }

  @Override
  public String user() {
    return vim.user();
  }

  @Override
  public List<Event> of(Ref object, Instant since) throws VSphereException {
    return found(filter(object, "self", Optional.of(since)).build());
  }

  @Override
  public List<Event> below(Ref container, Collection<String> types, Optional<Instant> since)
      throws VSphereException {
    return found(filter(container, "all", since).eventTypeId(List.copyOf(types)).build());
  }

  private static EventFilterSpec.Builder filter(
      Ref object, String recursion, Optional<Instant> since) {
    EventFilterSpec.Builder filter =
        EventFilterSpec.builder()
            .entity(EventFilterSpecByEntity.builder().entity(object).recursion(recursion).build());
    since.ifPresent(it -> filter.time(EventFilterSpecByTime.builder().beginTime(it).build()));
    return filter;
  }

  private List<Event> found(EventFilterSpec filter) throws VSphereException {
    Ref events = Required.of(vim.content().eventManager(), "events");
    List<Tree> found = vim.call(new QueryEvents(events, filter));
    return vim.reading(
        () ->
            found.stream()
                .map(SoapEvents::event)
                .sorted(Comparator.comparing(Event::time))
                .toList());
  }

  private static Event event(Tree event) {
    return new Event(
        event.type(),
        event.child("createdTime").map(Scalars::time).orElse(Instant.EPOCH),
        event.text("userName").orElse(""),
        event.text("fullFormattedMessage").orElse(""),
        OBJECTS.stream().flatMap(path -> event.ref(path).stream()).findFirst(),
        changed(event));
  }

  /** A line of an event is {@code PROPERTY: BEFORE -> AFTER}; the values are nobody's business. */
  private static List<String> changed(Tree event) {
    return PARTS.stream()
        .flatMap(part -> event.text("configChanges." + part).stream())
        .flatMap(String::lines)
        .map(line -> line.replaceFirst("[:=(].*", "").strip())
        .filter(property -> property.matches("(config|summary|runtime)[.][A-Za-z0-9_.]+"))
        .distinct()
        .toList();
  }
}
