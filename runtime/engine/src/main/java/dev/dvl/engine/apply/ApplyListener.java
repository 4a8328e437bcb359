package dev.dvl.engine.apply;

/** Is told what happens in an apply; one event at a time, from any thread. */
@FunctionalInterface
public interface ApplyListener {
  ApplyListener NONE = event -> {};

  void on(ApplyEvent event);
}
