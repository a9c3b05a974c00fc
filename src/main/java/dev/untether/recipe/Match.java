package dev.untether.recipe;

/** What a recipe looks for: one kind of place in a module. */
public sealed interface Match permits AssemblyMatch {}
