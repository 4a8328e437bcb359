package dev.dvl.docker.container.facet;

import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.engine.provider.Wanted;

/**
 * One attribute, or a few that the engine keeps together.
 *
 * <p>Law: showing what was asked for gives the wanted value in its one canonical form.
 */
interface Facet {

  /** Puts what is wanted into a create request; says nothing where the program says nothing. */
  void ask(Wanted wanted, Request request);

  /** Tells what an inspection shows, and what it would show had the program said nothing. */
  void show(Seen seen, ShownValues shown);
}
