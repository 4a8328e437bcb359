package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Events;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.soap.Required;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.EventFilterSpec;
import dev.dvl.vsphere.wire.vim.EventFilterSpecByEntity;
import dev.dvl.vsphere.wire.vim.EventFilterSpecByTime;
import dev.dvl.vsphere.wire.vim.QueryEvents;
import dev.dvl.vsphere.wire.xml.Scalars;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Events over SOAP. */
final class SoapEvents implements Events {
  private final Vim vim;

  SoapEvents(Vim vim) {
    this.vim = vim;
  }

  @Override
  public List<Event> of(Ref object, Instant since) throws VSphereException {
    EventFilterSpec filter =
        EventFilterSpec.builder()
            .entity(EventFilterSpecByEntity.builder().entity(object).recursion("self").build())
            .time(EventFilterSpecByTime.builder().beginTime(since).build())
            .build();
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
        event.text("fullFormattedMessage").orElse(""));
  }
}
