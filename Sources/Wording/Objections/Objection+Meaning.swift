internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

extension Objection {
  /// The words for a report or a period that is not taken.
  init(_ refusal: MeaningRefusal) {
    let (what, fix) = refusal.words
    self.init(.request, what, fix: fix, field: refusal.field)
  }
}

extension MeaningRefusal {
  fileprivate var field: RequestField {
    switch self {
    case .unknownReport, .notOwed, .foreignReport: .report
    case .kelurahan, .villageDocument, .officeReport, .needsVillage: .unit
    case .notThere, .noSuchPeriod, .notOne: .period
    }
  }

  fileprivate var words: (what: Remedy, fix: Remedy) {
    switch self {
    case .unknownReport(let word, let nearest, let known):
      (
        "laporan '\(word)' tidak dikenal",
        Remedy(
          nearest.map { "mungkin maksudnya '\($0)'" }
            ?? "yang ada: \(known.joined(separator: ", "))")
      )
    case .notOwed(let report, let unit, let owed):
      (
        "\(report) tidak diwajibkan bagi \(unit)",
        "yang wajib: \(owed.joined(separator: ", "))"
      )
    case .kelurahan(let unit):
      ("\(unit) adalah kelurahan", "kelurahan tidak membuat dokumen desa; sebut desa")
    case .villageDocument(let report):
      ("\(report) adalah dokumen desa", "sebut desanya dengan \(do: .give(.unit))")
    case .officeReport(let report, let unit, let meant):
      (
        "\(report) adalah laporan kecamatan, sedangkan \(unit) adalah desa",
        meant.map {
          "mungkin maksudnya \($0)? Ulangi dengan kode itu, atau tanpa \(do: .give(.unit))"
        } ?? "hapus \(do: .give(.unit))"
      )
    case .foreignReport(let report, let unit, let owed):
      ("\(report) bukan laporan \(unit)", "yang wajib: \(owed.joined(separator: ", "))")
    case .needsVillage(let report, let villages):
      (
        "\(report) dicatat untuk satu desa",
        "sebut desanya: \(do: .give(.unit)) "
          + Remedy(villages.prefix(12).map { "\($0.code) \($0.name)" }.joined(separator: ", "))
      )
    case .notThere(let report, let period, let unit, let life):
      (
        "\(report) \(period) bukan kewajiban \(unit), yang ada \(MeaningRefusal.span(of: life))",
        "desa baru wajib mulai periode penuh pertamanya; periksa periodenya, atau wilayah.csv"
      )
    case .noSuchPeriod(let report, let period, let examples):
      (
        "\(report) tidak memiliki periode '\(period)'",
        "contoh periode: \(examples.map(\.description).joined(separator: ", "))"
      )
    case .notOne(let report, let unit, let sought, let fitting, let choices):
      MeaningRefusal.words(fitting, sought, of: report, unit, choices)
    }
  }

  private static func words(
    _ fitting: Int, _ sought: Sought, of report: String, _ unit: String, _ choices: [Choice]
  ) -> (what: Remedy, fix: Remedy) {
    let what =
      switch sought {
      case .open: "terbuka"
      case .submitted: "sudah disampaikan"
      }
    let listed = choices.map { "\($0.period) (\(Words.status($0.status)))" }
    return (
      fitting == 0
        ? "tidak ada periode \(report) yang \(what) bagi \(unit)"
        : "\(fitting) periode \(report) \(what) bagi \(unit)",
      listed.isEmpty
        ? "sebut periodenya" : "sebut periodenya: \(listed.joined(separator: ", "))"
    )
  }

  /// The days on which a unit is there: `sejak 1 Juli 2026`.
  private static func span(of unit: Unit) -> String {
    [
      unit.since.map { "sejak \($0.indonesian)" }, unit.through.map { "sampai \($0.indonesian)" },
    ].compactMap(\.self).joined(separator: " ")
  }
}
