internal import ArgumentParser

/// To whom letters go where no desa is named.
struct WarningRoundOptions: ParsableArguments {
  @Flag(help: "Setiap desa yang dokumennya lewat tenggat, satu surat satu desa.")
  var semua = false
  @Option(
    help: ArgumentHelp(
      "Dengan --semua: hanya wilayah ini, dari provinsi sampai desa; boleh diulang.",
      valueName: "unit"))
  var unit: [String] = []
  @Option(
    help: ArgumentHelp(
      "Dengan --semua: desa yang disurati kurang dari sekian hari yang lalu dilewati; bawaan: 7.",
      valueName: "hari"))
  var jeda: PlainNumber?

  /// How many days a desa is given after a letter.
  var pause: Int { jeda?.value ?? 7 }
}
