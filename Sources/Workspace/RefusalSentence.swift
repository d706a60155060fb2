internal import CivilCalendar
public import Compliance
internal import ComplianceModel

extension Refusal {
  /// Why a row is not taken, and what to do about it, in Indonesian.
  ///
  /// - Parameters:
  ///   - what: The report, period and unit, as they are printed.
  ///   - insistence: How a person insists on what is improbable.
  /// - Returns: What is wrong, and the way out.
  public func sentence(
    about what: String, insistence: String = "sebut sebabnya dengan --alasan"
  ) -> (what: String, fix: String) {
    switch self {
    case .future(let date):
      ("tanggal \(date.indonesian) belum tiba", "catat pada atau sesudah hari itu")
    case .receivedBeforeDate(let received, let date):
      (
        "diterima \(received.indonesian) sebelum tanggal dokumennya, \(date.indonesian)",
        "periksa tanggal dan hari diterimanya"
      )
    case .beforePeriod(let date, let period):
      (
        "\(what) tidak mungkin bertanggal \(date.indonesian), sebelum periodenya dimulai pada "
          + period.firstDay.indonesian,
        "periksa tanggal atau periodenya"
      )
    case .farAhead(let period, let due):
      (
        "periode \(period) baru jatuh tempo pada \(due.indonesian)",
        "periksa tahun periodenya"
      )
    case .accepted(let row):
      (
        "\(what) sudah diterima (baris \(row.text))",
        "bila keliru, batalkan dahulu: tenggat batalkan '\(row.text)' --alasan ..."
      )
    case .exempt(let row):
      (
        "\(what) dibebaskan (baris \(row.text))",
        "bila keliru, batalkan dahulu: tenggat batalkan '\(row.text)' --alasan ..."
      )
    case .notIn:
      ("\(what) belum diserahkan", "catat penyerahannya dahulu: tenggat catat")
    case .beforeReceipt(let date, let received):
      (
        "tanggal \(date.indonesian) mendahului penerimaannya pada \(received.indonesian)",
        "periksa tanggalnya"
      )
    case .improbable(let doubts):
      (
        "\(what) \(doubts.map(\.words).joined(separator: ", dan "))",
        (doubts.compactMap(\.remedy).first ?? "periksa tanggal dan periodenya")
          + "; bila memang demikian, \(insistence)"
      )
    case .lateEntryNeedsReason(let days, let meaning):
      (
        "\(what) \(Doubt.lateEntry(days: days, meaning).words)",
        meaning == .enactment
          ? "periksa hari diterimanya (--diterima), atau sebut sebabnya dengan --alasan"
          : "sebut sebabnya dengan --alasan"
      )
    case .noDueDate:
      ("\(what) tidak punya tenggat", "tidak ada yang dapat diperpanjang")
    case .notLater(let new, let due):
      (
        "\(new.indonesian) tidak sesudah tenggat yang berlaku, \(due.indonesian)",
        "periksa tanggal barunya"
      )
    }
  }
}
