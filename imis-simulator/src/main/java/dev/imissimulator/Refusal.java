package dev.imissimulator;

/** Ends a request with an answer that is not a success. */
final class Refusal extends RuntimeException {
  private final transient Answer answer;

  Refusal(Answer answer) {
    super("HTTP " + answer.status(), null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
