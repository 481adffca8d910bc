/**
 * What tests of the services stand on: a real PostgreSQL with the roles of production, a real Kafka, the event relay on
 * the connector files of production, and an OpenID Connect issuer. With a Docker engine they run in containers, without
 * one embedded; the tests are the same.
 */
@NullMarked
package dev.superbill.testing;

import org.jspecify.annotations.NullMarked;
