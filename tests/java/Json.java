// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough JSON for the tests: correct text into maps, lists, strings, doubles, booleans and null. */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object parse(String text) {
    return new Json(text).value();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String text) {
    return (Map<String, Object>) parse(text);
  }

  /** The members of an object, each as the text that stands there. */
  static Map<String, String> members(String text) {
    Json json = new Json(text);
    Map<String, String> members = new LinkedHashMap<>();
    for (json.at = 1; json.text.charAt(json.at) != '}'; ) {
      json.skip(",");
      String name = json.string();
      json.skip(":");
      int from = json.at;
      json.value();
      members.put(name, text.substring(from, json.at));
    }
    return members;
  }

  private void skip(String characters) {
    while (at < text.length() && (" \t\r\n" + characters).indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Object value() {
    skip("");
    switch (text.charAt(at)) {
      case '{':
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        for (skip(","); text.charAt(at) != '}'; skip(",")) {
          String name = string();
          skip(":");
          map.put(name, value());
        }
        at++;
        return map;
      case '[':
        List<Object> list = new ArrayList<>();
        at++;
        for (skip(","); text.charAt(at) != ']'; skip(",")) {
          list.add(value());
        }
        at++;
        return list;
      case '"':
        return string();
      case 't':
        at += 4;
        return true;
      case 'f':
        at += 5;
        return false;
      case 'n':
        at += 4;
        return null;
      default:
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
          at++;
        }
        return Double.valueOf(text.substring(from, at));
    }
  }

  private String string() {
    StringBuilder told = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      char letter = text.charAt(at);
      if (letter == '\\') {
        letter = text.charAt(++at);
        int escape = "nrtbf".indexOf(letter);
        if (letter == 'u') {
          letter = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
          at += 4;
        } else if (escape >= 0) {
          letter = "\n\r\t\b\f".charAt(escape);
        }
      }
      told.append(letter);
    }
    at++;
    return told.toString();
  }
}
