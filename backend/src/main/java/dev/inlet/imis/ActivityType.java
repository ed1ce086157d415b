package dev.inlet.imis;

import java.util.Map;

/**
 * An activity type of an iMIS.
 *
 * @param description may be blank
 * @param isForUsers whether people enter such activities, and not only iMIS itself
 * @param prompts for each prompt of the type with a text, such as {@code Uf1Prompt}, that text
 */
public record ActivityType(
    String code, String description, boolean isForUsers, Map<String, String> prompts) {}
