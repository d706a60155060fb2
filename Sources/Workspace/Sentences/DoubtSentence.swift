internal import CivilCalendar
public import Compliance
internal import ComplianceModel

extension Doubt {
  /// What is improbable about a row, in Indonesian, to stand behind the report or event, the period and
  /// the unit.
  public var words: String {
    switch self {
    case .longBeforePeriod(let date, let period):
      "bertanggal \(date.indonesian), lebih dari setahun sebelum \(period.indonesian) dimulai"
    case .longAfter(let date, let end):
      "bertanggal \(date.indonesian), lebih dari dua tahun sesudah \(end.indonesian)"
    case .beforeEvent(let date, let event):
      "bertanggal \(date.indonesian), sebelum kejadian yang mewajibkannya pada "
        + event.indonesian
    case .otherPeriod(let likelier):
      "bukan periode yang terdekat: \(likelier.report) \(likelier.period) belum masuk dan "
        + "tenggatnya \(likelier.due.indonesian)"
    case .gateShut(let report, let period):
      "mendahului \(report) \(period), yang belum ada pada tanggal itu"
    case .longExtension(let new, let due):
      "diperpanjang sampai \(new.indonesian), lebih dari setahun sesudah tenggat yang berlaku, "
        + due.indonesian
    case .setFarFromRule(let date, let due):
      "ditetapkan \(date.indonesian), lebih dari enam bulan dari tenggat menurut aturannya, "
        + due.indonesian
    case .setForOtherYear(let date, let year):
      "ditetapkan \(date.indonesian), padahal jatuh tempo pada \(year) atau \(year + 1)"
    case .eventLongAgo(let date, let first):
      "bertanggal \(date.indonesian), sebelum \(first.indonesian)"
    case .eventNear(_, let row, let other):
      "sudah tercatat pada \(other.indonesian) (baris \(row.text)), kurang dari setahun "
        + "dari tanggal ini"
    case .lateEntry(let days, let meaning):
      "baru dicatat \(days) hari sesudah "
        + (meaning == .enactment ? "diterima" : "tanggalnya") + " (susulan)"
    }
  }

  /// What to do where the row is a slip; `nil` for the usual: look at the date and the period.
  var remedy: Remedy? {
    switch self {
    case .otherPeriod(let likelier): "mungkin maksudnya \(likelier.report) \(likelier.period)"
    case .gateShut(let report, let period): "catat dahulu \(report) \(period)"
    case .eventNear(_, let row, _):
      "bila yang itu keliru, batalkan dahulu: \(do: .void(row.text))"
    case .longExtension: "periksa tahun tenggat barunya"
    case .setFarFromRule, .setForOtherYear: "periksa tahun tanggal dan periodenya"
    case .eventLongAgo: "periksa tanggalnya"
    case .longBeforePeriod, .longAfter, .beforeEvent, .lateEntry: nil
    }
  }
}
