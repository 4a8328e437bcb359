/** What a build does with the finished classes so that dvl starts fast; nothing runs it later. */
@NullMarked
package dev.dvl.packaging;

import org.jspecify.annotations.NullMarked;
