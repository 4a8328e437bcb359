package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.diagnostic.Code;

/** What may be wrong with the types of a program. */
public final class CheckCodes {
  public static final Code MISMATCH = Code.error("DVL2001", "types do not match");
  public static final Code MAY_BE_NULL = Code.error("DVL2002", "value may be null");
  public static final Code LATER = Code.error("DVL2003", "value is known too late");
  static final Code SECRET = Code.error("DVL2004", "secret would show");
  public static final Code CONVERSION =
      Code.error("DVL2005", "later text needs a conversion by name");
  static final Code ONE_OF = Code.error("DVL2006", "not one of the allowed values");
  static final Code FORM = Code.error("DVL2007", "value of the wrong form");
  static final Code UNLIKE = Code.error("DVL2008", "values have no common type");

  public static final Code MISSING_ATTRIBUTE = Code.error("DVL2010", "missing attribute");
  public static final Code MISSING_BLOCK = Code.error("DVL2011", "missing block");
  static final Code UNKNOWN_FIELD = Code.error("DVL2012", "unknown field");
  static final Code MISSING_FIELD = Code.error("DVL2013", "missing field");
  public static final Code FIELD_TWICE = Code.error("DVL2014", "field written twice");
  static final Code NOT_SETTABLE = Code.error("DVL2015", "attribute cannot be set");

  static final Code OPERANDS = Code.error("DVL2020", "operator does not fit its operands");
  static final Code COMPARISON = Code.error("DVL2021", "comparison is always the same");
  static final Code INTERPOLATION = Code.error("DVL2023", "value has no text form");

  static final Code NO_MEMBER = Code.error("DVL2030", "no such member");
  static final Code NO_KEY = Code.error("DVL2031", "resource with keys used without a key");
  static final Code INDEX = Code.error("DVL2032", "wrong index");

  static final Code ARGUMENTS = Code.error("DVL2040", "wrong arguments");
  static final Code SOURCE = Code.error("DVL2041", "nothing to loop over");
  static final Code ENVIRONMENT = Code.error("DVL2042", "environment read out of place");

  public static final Code PLACE = Code.error("DVL2050", "wrong place");
  public static final Code NO_PLACE = Code.error("DVL2051", "resource without a place");
  static final Code STATE = Code.error("DVL2052", "state outside of after");
  static final Code AFTER = Code.error("DVL2053", "nothing to wait for");
  static final Code KEY = Code.error("DVL2054", "wrong key");
  static final Code SELF = Code.error("DVL2060", "value needs itself");
  static final Code TOO_LONG = Code.error("DVL2062", "values need one another in too long a row");
  public static final Code SECRET_PARAM = Code.error("DVL2061", "secret parameter");

  public static final Code RULE_FORM = Code.error("DVL2063", "expression that a type cannot hold");

  public static final Code SECRET_SOURCE = Code.error("DVL2064", "secret from elsewhere");

  static final Code DECODED = Code.error("DVL2080", "decoding without a type");
  static final Code MATCH_OPEN = Code.error("DVL2081", "match that leaves a value out");
  static final Code MATCH_ARM = Code.error("DVL2082", "arm that is never reached");
  public static final Code LATE_FOR_COMPONENT =
      Code.error("DVL2070", "value is known too late for a component");
  public static final Code INSIDE = Code.error("DVL2071", "no such output of a component");
  static final Code COMPONENT_VALUE = Code.error("DVL2072", "component where a value is wanted");

  private CheckCodes() {}
}
