internal import ArgumentParser

/// Who records.
struct RecorderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Siapa yang mencatat; bawaan: pengguna komputer.", valueName: "nama"))
  var petugas: String?
}
