package dev.dvl.contract;

import dev.dvl.engine.provider.Provider;
import java.nio.file.Path;
import java.util.List;

/**
 * What a provider lends to the tests of {@link ProviderContract}: programs in its own kinds, and
 * the hands of a stranger.
 *
 * <p>All programs are of one module and have the same host. Objects are told by kind and name.
 */
public interface Platform {
  Provider provider();

  /** A fresh folder for the program. */
  Path folder();

  /**
   * A program with several resources that refer to each other, one of them named {@link #named}.
   */
  String program();

  /** The same with a change that is made in place. */
  String updated();

  /** The same with a change that replaces an object. */
  String replaced();

  /** The name that {@link #program} gives to one resource. */
  String named();

  /** Makes an object of that kind and name that is not dvl's. */
  void makeStranger(String name) throws Exception;

  /** Copies the named object, its birth record included, to another name. */
  void makeCopy(String name) throws Exception;

  /** Removes what {@link #makeStranger} and {@link #makeCopy} made. */
  void removeStrangers() throws Exception;

  /** The names of all objects of the kinds that the programs use, but for what was there before. */
  List<String> names() throws Exception;

  /** Resources in {@link #program}. */
  int size();
}
