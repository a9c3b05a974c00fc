package dev.untether.forge.http;

/** What is asked of a server. */
public enum Method {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE,
}
