/** What a user wants to be slow or to go wrong in the sandbox: rules, and the time they take. */
@NullMarked
package dev.dvl.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
