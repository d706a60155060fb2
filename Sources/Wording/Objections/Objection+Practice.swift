internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

extension Objection {
  /// The words for a practice workspace that is not made.
  init(_ refused: FoundPractice.Refused) {
    switch refused {
    case .notEmpty(let path):
      self.init(
        .uncreatable, "\(path) tidak kosong, tidak ada yang dibuat",
        fix: "sebut folder yang kosong, atau yang belum ada")
    case .tooEarly(let day, let first):
      self.init(
        .request, "hari ini \(day.indonesian) terlalu awal untuk ruang kerja latihan",
        fix: "pakai \(do: .setToday(first)) atau sesudahnya")
    }
  }
}
