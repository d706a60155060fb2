package import Answers
internal import CivilCalendar
package import Compliance

extension Words {
  /// A count of documents: `13 dari 47, 1 susulan`, with what is accepted where that is asked for.
  package static func presence(
    _ presence: VillageMatrix.Presence, showsAcceptance: Bool
  ) -> String {
    let late = presence.lateEntries > 0 ? ", \(presence.lateEntries) susulan" : ""
    let accepted = showsAcceptance ? " disampaikan (\(presence.accepted) diterima)" : ""
    return "\(presence.present) dari \(presence.required)\(accepted)\(late)"
  }

  /// A document that a desa owes, past its due date: `RekADD 2026-TW1 (dikembalikan 2 April 2026)`.
  package static func owed(_ owed: Villages.Owed) -> String {
    [owed.report, owed.period?.description].compactMap(\.self).joined(separator: " ")
      + (owed.returned.map { " (dikembalikan \($0.indonesian))" } ?? "")
  }

  /// A document in a matrix, where there is room for words: `tepat waktu`, `lewat tenggat, 1/2 bagian`.
  package static func words(_ mark: DocumentMark) -> String {
    let word =
      mark.status == .waiting && !mark.isDated ? undated : status(mark.status)
    return
      ([word]
      + (mark.isReturned ? ["dikembalikan"] : [])
      + (mark.awaitsAcceptance ? ["belum diterima"] : [])
      + (mark.isHalf ? ["\(mark.present)/\(mark.required) bagian"] : []))
      .joined(separator: ", ")
  }

  /// Documents in a matrix, where there is room for words: `1/4, 1 terlambat, 2 lewat tenggat`; nothing
  /// where there are none.
  package static func words(_ marks: [DocumentMark]) -> String {
    guard !marks.isEmpty else { return "" }
    let present = marks.reduce(0) { $0 + $1.present }
    let required = marks.reduce(0) { $0 + $1.required }
    let told: [Status] = [.late, .overdue, .dueSoon, .exempt]
    let counts = told.compactMap { status in
      let count = marks.count { $0.status == status }
      return count > 0 ? "\(count) \(self.status(status))" : nil
    }
    return (["\(present)/\(required)"] + counts).joined(separator: ", ")
  }
}
