internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import LedgerStore
internal import SystemPackage
internal import Workspace
internal import Wording

extension CommandFailure {
  /// The lines of everything that stands against a deed, with the code of the first.
  init(_ failure: RequestFailure) {
    let failures = failure.causes.map { CommandFailure($0) }
    var lines: [String] = []
    for line in failures.flatMap(\.lines) where !lines.contains(line) { lines.append(line) }
    self.init(failures.first?.code ?? .usage, lines: lines)
  }

  /// The sentence for something that is no event of the unit.
  init(_ refused: RecordEvent.Refused) {
    self =
      switch refused {
      case .unknown(let word, let known):
        .usage(
          "kejadian '\(word)' tidak dikenal",
          fix: nearestMatch(to: word, among: known).map { "mungkin maksudnya '\($0)'" }
            ?? "yang ada: \(known.joined(separator: ", "))")
      case .notOf(let event, let unit):
        .usage(
          "\(event.name) bukan kejadian \(unit)",
          fix: event.isOfVillage ? "sebut desanya dengan --unit" : "hapus --unit")
      case .noLetterNote(let event):
        .usage(
          "\(event.name) tidak menyebut nomor dan tahapnya",
          fix:
            "tulis --catatan 'nomor: NOMOR; tahap: 1', atau pakai 'tenggat surat teguran --catat'")
      }
  }

  /// The reason that is given with an option, which is not blank.
  ///
  /// - Throws: A ``CommandFailure`` for blanks: who writes the option means to say something.
  static func reason(_ text: String?) throws -> String? {
    guard let text else { return nil }
    guard let reason = text.nonEmpty else {
      throw CommandFailure.usage("--alasan kosong", fix: "tulis sebabnya, atau hapus --alasan")
    }
    return reason
  }
}
