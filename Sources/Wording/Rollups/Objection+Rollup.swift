internal import Answers
internal import ComplianceModel

extension Objection {
  /// The words for exports that are not added up.
  init(_ refused: Rollup.Refused) {
    switch refused {
    case .severalDuties(let counts):
      self.init(
        .request, Remedy("ekspornya dari beberapa waktu: \(Objection.list(counts))"),
        fix: "pilih satu dengan \(do: .give(.quarter)) 2026-TW1 atau \(do: .give(.year)) 2026",
        field: .quarter)
    case .nothing(let counts) where counts.isEmpty:
      self.init(
        .missing, "tidak ada ekspor untuk yang diminta",
        fix: "sebut ekspor XML buatan '\(do: .exportXML)', dan periksa \(do: .give(.unit))")
    case .nothing(let counts):
      self.init(
        .missing,
        Remedy("tidak ada ekspor untuk waktu yang diminta; yang ada: \(Objection.list(counts))"),
        fix: "ganti \(do: .give(.quarter)) atau \(do: .give(.year))")
    }
  }

  private static func list(_ counts: [DutyStatement.Duty: Int]) -> String {
    counts.sorted { $0.key.name < $1.key.name }.map { "\($0.key.text) (\($0.value.indonesian))" }
      .joined(separator: ", ")
  }
}
