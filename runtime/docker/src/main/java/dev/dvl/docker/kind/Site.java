package dev.dvl.docker.kind;

import dev.dvl.docker.registry.Credentials;
import java.nio.file.Path;

/**
 * Where calls are made.
 *
 * @param project the folder that build contexts and files are relative to
 */
public record Site(DockerEngine engine, Path project, Credentials credentials) {}
