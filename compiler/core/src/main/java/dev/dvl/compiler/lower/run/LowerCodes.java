package dev.dvl.compiler.lower.run;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong when a program is computed. */
public final class LowerCodes {
  public static final Code NO_RESULT = Code.error("DVL3001", "computation without a result");
  public static final Code NO_ELEMENT = Code.error("DVL3002", "no such element");
  public static final Code NO_INSTANCE = Code.error("DVL3003", "no such instance");
  public static final Code CIRCLE = Code.error("DVL3004", "value that depends on itself");
  static final Code BUDGET = Code.error("DVL3005", "program that computes too much");
  public static final Code NOT_KNOWN = Code.error("DVL3006", "value that is needed too early");
  public static final Code ENTRY_TWICE = Code.error("DVL3007", "key given twice");
  public static final Code FORM = Code.error("DVL3008", "value of another form");
  public static final Code FORBIDDEN = Code.error("DVL3009", "value that a condition forbids");
  public static final Code PARAM_MISSING = Code.error("DVL3010", "parameter without a value");
  public static final Code PARAM_UNKNOWN = Code.error("DVL3011", "unknown parameter");
  public static final Code PARAM_TYPE = Code.error("DVL3012", "parameter of another type");
  public static final Code SECRET_UNSET = Code.error("DVL3013", "secret that is not set");
  public static final Code FILE = Code.error("DVL3014", "file that cannot be read");
  public static final Code PLACE = Code.error("DVL3015", "place that offers something else");
  public static final Code CHECK = Code.error("DVL3016", "check that fails");
  public static final Code DECODED = Code.error("DVL3030", "text that holds something else");
  public static final Code TEMPLATE = Code.error("DVL3031", "template that cannot be filled in");
  public static final Code ADDRESS_KEY = Code.error("DVL1086", "wrong key in an address");

  private LowerCodes() {}
}
