internal import Answers
internal import ArgumentParser
internal import Wording

/// The options that add up rates by region.
struct RegionGrouping: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Jumlahkan per desa, kecamatan, kabupaten, provinsi, atau semua (kecamatan sampai nasional).",
      valueName: "wilayah"))
  var menurut: Recap.Grouping?
  @Flag(help: "--menurut: yang terbaik di depan, menurut tepat waktu berjalan.")
  var urut = false
  @Flag(help: "--menurut: CSV, satu baris satu wilayah.")
  var csv = false
  @Flag(help: "--menurut: buku yang rusak hanya disebut, tanpa kode keluar 65.")
  var lewatiSalah = false

  /// In which order regions are shown.
  var order: Recap.Order { urut ? .rank : .code }

  /// Refuses options that do not go together.
  ///
  /// - Throws: A ``CommandFailure``.
  func requireSense(_ output: OutputOptions) throws {
    if menurut == nil {
      for (isGiven, name) in [(urut, "--urut"), (csv, "--csv"), (lewatiSalah, "--lewati-salah")]
      where isGiven {
        throw OptionRefusal.onlyBeside(
          name, "--menurut", .example("--menurut kabupaten \(name)"))
      }
    }
    if csv, output.json {
      throw OptionRefusal.exclusive(["--json", "--csv"])
    }
  }
}
