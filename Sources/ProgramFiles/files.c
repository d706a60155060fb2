// This target carries the calendars and schemas and has no code. It is one of C because SwiftPM gives
// each target of Swift with resources an accessor that imports Foundation, which tenggat does without.
