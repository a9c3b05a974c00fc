package dev.untether.forge.http;

import dev.untether.report.json.Json;
import java.net.http.HttpHeaders;

/**
 * What a server said when it did what it was asked.
 *
 * @param status between 200 and 299
 * @param text the body as it came
 * @param json the body as a value; nothing if it is empty or was not asked for as JSON
 */
public record Answer(int status, HttpHeaders headers, String text, Json json) {}
