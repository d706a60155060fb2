internal import ComplianceModel
internal import Deeds

extension Objection {
  /// The words for something that is no event of the unit.
  init(_ refused: RecordEvent.Refused) {
    switch refused {
    case .unknown(let word, let known):
      self.init(
        .request, "kejadian '\(word)' tidak dikenal", fix: Objection.nearest(to: word, among: known)
      )
    case .notOf(let event, let unit):
      self.init(
        .request, "\(event.name) bukan kejadian \(unit)",
        fix: event.isOfVillage
          ? "sebut desanya dengan \(do: .give(.unit))" : "hapus \(do: .give(.unit))",
        field: .unit)
    case .noLetterNote(let event):
      self.init(
        .request, "\(event.name) tidak menyebut nomor dan tahapnya",
        fix:
          "tulis \(do: .give(.note)) 'nomor: NOMOR; tahap: 1', atau pakai '\(do: .issueLetters)'",
        field: .note)
    }
  }
}
