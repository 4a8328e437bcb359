package dev.dvl.cli.command;

import dev.dvl.cli.command.Spec.Operand;
import dev.dvl.cli.command.Spec.Option;
import java.util.List;

/** The options that several commands take. */
final class Options {
  static final String JSON = "--json";
  static final String JSON_INTO = "--json-into";
  static final String NO_COLOR = "--no-color";
  static final String HELP = "--help";
  static final String DEBUG = "--debug";
  static final String PARAM = "--param";
  static final String PARAMS = "--params";
  static final String SECRETS = "--secrets";
  static final String STACK = "--stack";
  static final String STATE = "--state";
  static final String SANDBOX = "--sandbox";
  static final String PROGRESS = "--progress";
  static final String NO_INPUT = "--no-input";
  static final String PARALLELISM = "--parallelism";
  static final String TARGET = "--target";
  static final String EXCLUDE = "--exclude";
  static final String REFRESH_ONLY = "--refresh-only";
  static final String OUT = "-o";
  static final String DETAILED = "--detailed-exitcode";
  static final String ALLOW = "--allow";
  static final String YES = "--yes";
  static final String FORMAT = "--format";
  static final String CHECK = "--check";
  static final String DIFF = "--diff";
  static final String PROGRAM = "--program";
  static final String FIX = "--fix";
  static final String FIX_LIKELY = "--fix-likely";

  private Options() {}

  /** What every command takes. */
  static void common(Spec spec) {
    flag(spec, NO_COLOR, "no colour, as with a NO_COLOR that is not empty");
    flag(spec, DEBUG, "show where in dvl a bug happened");
    spec.add(new Option(List.of("-h", HELP), "", false, "this text"));
  }

  static void json(Spec spec) {
    flag(spec, JSON, "the result as JSON on standard output");
    value(spec, JSON_INTO, "FILE", "the result as JSON into a file, beside the text");
  }

  static void path(Spec spec) {
    operand(spec, "PATH", "a .dvl file, or a folder with .dvl files (default: this folder)");
  }

  /** What a program is compiled with. */
  static void program(Spec spec) {
    values(spec, PARAM, "NAME=VALUE", "the value of a parameter; wins over files and variables");
    values(spec, PARAMS, "FILE", "values of parameters, .yaml or .json; later files win");
    value(spec, SECRETS, "FILE", "values of secrets, .yaml or .json, with mode 0600");
  }

  /** Where a program is carried out. */
  static void world(Spec spec) {
    value(spec, STACK, "NAME", "which stack of the program (default: default)");
    value(spec, STATE, "URL", "where the ledger is; only file: for now");
    flag(spec, SANDBOX, "a made-up world in .dvl/ instead of the real one");
    value(spec, PROGRESS, "HOW", "auto, tty, plain, json or quiet");
    flag(spec, NO_INPUT, "never ask");
    value(spec, PARALLELISM, "N", "how many calls and changes at once on each host");
  }

  /** Of what stands where, for commands whose operands are addresses. */
  static void reached(Spec spec) {
    value(spec, PROGRAM, "PATH", "a .dvl file, or a folder with .dvl files (default: this folder)");
    program(spec);
    value(spec, STACK, "NAME", "which stack of the program (default: default)");
    value(spec, STATE, "URL", "where the ledger is; only file: for now");
    flag(spec, SANDBOX, "a made-up world in .dvl/ instead of the real one");
  }

  /** What part of a program is planned. */
  static void selection(Spec spec) {
    values(spec, TARGET, "ADDRESS", "only this resource and what it needs; may be repeated");
    values(spec, EXCLUDE, "ADDRESS", "not this resource, nor what needs it; may be repeated");
    values(spec, ALLOW, "LIST", "dangers that are agreed to, such as data_loss");
  }

  static void flag(Spec spec, String name, String text) {
    spec.add(new Option(List.of(name), "", false, text));
  }

  static void flag(Spec spec, String letter, String name, String text) {
    spec.add(new Option(List.of(letter, name), "", false, text));
  }

  static void value(Spec spec, String name, String label, String text) {
    spec.add(new Option(List.of(name), label, false, text));
  }

  static void values(Spec spec, String name, String label, String text) {
    spec.add(new Option(List.of(name), label, true, text));
  }

  static void operand(Spec spec, String label, String text) {
    spec.add(new Operand(label, text, /* many= */ false));
  }

  static void operands(Spec spec, String label, String text) {
    spec.add(new Operand(label, text, /* many= */ true));
  }
}
