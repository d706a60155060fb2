internal import ArgumentParser

/// The option of commands that show something.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Keluaran JSON untuk program lain.")
  var json = false
}
