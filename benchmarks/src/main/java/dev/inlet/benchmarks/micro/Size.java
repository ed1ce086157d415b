package dev.inlet.benchmarks.micro;

/** How much comes in a payload. Public, because JMH names it. */
public enum Size {
  SMALL,
  LARGE
}
