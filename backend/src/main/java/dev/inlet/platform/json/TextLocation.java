package dev.inlet.platform.json;

/** A place in a text; line and column count from 1, columns in characters. */
public record TextLocation(int line, int column) {}
