package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong between the resources of a program. */
final class RuleCodes {
  static final Code ADDRESS = Code.error("DVL4001", "two resources of one address");
  static final Code HOST_PORT = Code.error("DVL4002", "port of the host used twice");
  static final Code NAME = Code.error("DVL4003", "name used twice");
  static final Code CYCLE = Code.error("DVL4004", "resources that need each other");
  static final Code OTHER_PLACE = Code.error("DVL4005", "resource of another place");
  static final Code CHECK = Code.error("DVL4006", "settings that do not go together");
  static final Code SUBNET = Code.error("DVL4007", "networks that overlap");
  static final Code VALUE = Code.error("DVL4008", "value that its kind forbids");
  static final Code CAPACITY = Code.error("DVL4009", "more than the place has");
  static final Code STATE = Code.error("DVL4010", "state that is never reached");
  static final Code SIDE_BY_SIDE = Code.error("DVL4011", "old and new cannot run side by side");

  static final Code TWICE = Code.error("DVL4012", "element that stands there twice");

  static final Code TOGETHER = Code.warning("DVL4030", "more than the place has, together");
  static final Code ADDRESS_OUTSIDE = Code.error("DVL4031", "address outside of its network");
  static final Code ADDRESS_TAKEN = Code.error("DVL4032", "address that is taken");

  static final Code NO_PLATFORM = Code.error("DVL4033", "value that no platform takes");

  static final Code UNREACHED = Code.error("DVL4040", "place that is never reached");

  static final Code ALONE = Code.warning("DVL4050", "batches of a single resource");
  static final Code CANARY = Code.error("DVL4051", "canary that does not exist");
  static final Code UNEQUAL = Code.error("DVL4052", "elements that follow different rollouts");
  static final Code NOT_RUNNING = Code.warning("DVL4053", "time given to what does not run");
  static final Code NO_OLD_ONE = Code.error("DVL4054", "old ones that cannot be kept");
  static final Code NO_SUCCESSOR = Code.error("DVL4055", "time after the stop");
  static final Code KEPT_NAMES = Code.error("DVL4056", "names that cannot be taken away");

  private RuleCodes() {}
}
