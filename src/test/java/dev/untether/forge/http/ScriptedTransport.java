package dev.untether.forge.http;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A transport that answers as the test says, in that order; the last answer is for all others. */
final class ScriptedTransport implements Transport {
  final List<Request> requests = new ArrayList<>();
  private final Deque<Object> answers = new ArrayDeque<>();

  /** Adds an answer; headers are names and values in turn. */
  ScriptedTransport answers(int status, String body, String... headers) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      values.put(headers[i], List.of(headers[i + 1]));
    }
    answers.add(new Reply(status, HttpHeaders.of(values, (name, value) -> true), body));
    return this;
  }

  /** Adds a failure. */
  ScriptedTransport fails(IOException failure) {
    answers.add(failure);
    return this;
  }

  @Override
  public Reply exchange(Request request) throws IOException {
    requests.add(request);
    Object answer = answers.size() > 1 ? answers.remove() : answers.element();
    if (answer instanceof IOException failure) {
      throw failure;
    }
    return (Reply) answer;
  }
}
