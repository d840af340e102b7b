package io.revstream.policy;

import java.util.List;

/** A job title belongs to the first level of which it holds a word (a whole word or phrase, whatever its case). */
public record TitleLevel(String level, List<String> words) {}
