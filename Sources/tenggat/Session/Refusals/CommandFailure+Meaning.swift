internal import CivilCalendar
internal import ComplianceModel
internal import Workspace
internal import Wording

extension CommandFailure {
  /// The sentence for a report or a period that is not taken.
  init(_ refusal: MeaningRefusal) {
    self =
      switch refusal {
      case .unknownReport(let word, let nearest, let known):
        .usage(
          "laporan '\(word)' tidak dikenal",
          fix: nearest.map { "mungkin maksudnya '\($0)'" }
            ?? "yang ada: \(known.joined(separator: ", "))")
      case .notOwed(let report, let unit, let owed):
        .usage(
          "\(report) tidak diwajibkan bagi \(unit)",
          fix: "yang wajib: \(owed.joined(separator: ", "))")
      case .kelurahan(let unit):
        .usage("\(unit) adalah kelurahan", fix: "kelurahan tidak membuat dokumen desa; sebut desa")
      case .villageDocument(let report):
        .usage("\(report) adalah dokumen desa", fix: "sebut desanya dengan --unit")
      case .officeReport(let report, let unit, let meant):
        .usage(
          "\(report) adalah laporan kecamatan, sedangkan \(unit) adalah desa",
          fix: meant.map { "mungkin maksudnya \($0)? Ulangi dengan kode itu, atau tanpa --unit" }
            ?? "hapus --unit")
      case .foreignReport(let report, let unit, let owed):
        .usage(
          "\(report) bukan laporan \(unit)", fix: "yang wajib: \(owed.joined(separator: ", "))")
      case .needsVillage(let report, let villages):
        .usage(
          "\(report) dicatat untuk satu desa",
          fix: "sebut desanya: --unit "
            + villages.prefix(12).map { "\($0.code) \($0.name)" }.joined(separator: ", "))
      case .notThere(let report, let period, let unit, let life):
        .usage(
          "\(report) \(period) bukan kewajiban \(unit), yang ada \(CommandFailure.span(of: life))",
          fix:
            "desa baru wajib mulai periode penuh pertamanya; periksa periodenya, atau wilayah.csv")
      case .noSuchPeriod(let report, let period, let examples):
        .usage(
          "\(report) tidak memiliki periode '\(period)'",
          fix: "contoh periode: \(examples.map(\.description).joined(separator: ", "))")
      case .notOne(let report, let unit, let sought, let fitting, let choices):
        CommandFailure(fitting, sought, of: report, unit, choices)
      }
  }

  private init(
    _ fitting: Int, _ sought: MeaningRefusal.Sought, of report: String, _ unit: String,
    _ choices: [MeaningRefusal.Choice]
  ) {
    let what =
      switch sought {
      case .open: "terbuka"
      case .submitted: "sudah disampaikan"
      }
    let listed = choices.map { "\($0.period) (\(Words.status($0.status)))" }
    self = .usage(
      fitting == 0
        ? "tidak ada periode \(report) yang \(what) bagi \(unit)"
        : "\(fitting) periode \(report) \(what) bagi \(unit)",
      fix: listed.isEmpty
        ? "sebut periodenya" : "sebut periodenya: \(listed.joined(separator: ", "))")
  }

  /// The days on which a unit is there: `sejak 1 Juli 2026`.
  private static func span(of unit: Unit) -> String {
    [
      unit.since.map { "sejak \($0.indonesian)" }, unit.through.map { "sampai \($0.indonesian)" },
    ].compactMap(\.self).joined(separator: " ")
  }
}
