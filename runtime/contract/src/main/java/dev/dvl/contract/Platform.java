package dev.dvl.contract;

import dev.dvl.engine.provider.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a provider lends to the tests of {@link ProviderContract}: programs in its own kinds, and
 * the hands of a stranger.
 *
 * <p>All programs are of one module and have the same host. Objects are told by kind and name. A
 * platform may be shared: no name in its programs is one that others use.
 */
public interface Platform {
  Provider provider();

  /** A fresh folder for the program. */
  Path folder();

  /** Made of a program with several resources that refer to each other, and all {@link #named}. */
  ContractPrograms programs();

  /** The program. */
  default String program() {
    return programs().program();
  }

  /** The same with a change that is made in place. */
  default String updated() {
    return programs().updated();
  }

  /** The same with a change that replaces an object. */
  default String replaced() {
    return programs().replaced();
  }

  /** {@link #program} with some resources under other addresses, and the lines that say so. */
  default String moved() {
    return programs().moved();
  }

  /** The same with the change of {@link #replaced}. */
  default String movedAndReplaced() {
    return programs().movedAndReplaced();
  }

  /** What of {@link #named} can be adopted. */
  default Map<String, String> adopted() {
    return named();
  }

  /** {@link #program} with a line for each stranger under a name that is {@link #adopted}. */
  default String adopting() {
    return programs().adopting();
  }

  /** {@link #program} without a resource that no other needs, and the line that lets it go. */
  default String forgotten() {
    return programs().forgettingOne();
  }

  /** {@link #program}, with the line that takes back what was let go where one is needed. */
  default String reclaimed() {
    return programs().reclaiming();
  }

  /** A name that {@link #program} gives, for every kind of it. */
  Map<String, String> named();

  /** Those kinds of {@link #program} whose objects hold data that goes with them. */
  Set<String> holdingData();

  /** Makes an object of that kind and name that is not dvl's. */
  void makeStranger(String kind, String name) throws Exception;

  /**
   * Copies objects of {@link #program}, their birth records included, in every way in which the
   * platform lets people do that.
   *
   * @return the names of what was made
   */
  List<String> makeCopies() throws Exception;

  /** Removes what {@link #makeStranger} and {@link #makeCopies} made. */
  void removeStrangers() throws Exception;

  /** The names of all objects of the kinds that the programs use, but for what was there before. */
  List<String> names() throws Exception;

  /** Resources in {@link #program}. */
  int size();
}
