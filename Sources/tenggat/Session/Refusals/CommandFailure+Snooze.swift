internal import CivilCalendar
internal import Reminders
internal import Wording

extension CommandFailure {
  /// The sentence for reminders that are not put off.
  init(_ refused: Snooze.Refused) {
    self =
      switch refused {
      case .noReason: .usage("penundaan perlu alasan", fix: "tambahkan --catatan TEKS")
      case .tooFar(let date):
        .usage(
          "\(date.indonesian) lebih dari setahun lagi",
          fix: "sebut tanggal dalam setahun; yang tidak wajib dibebaskan dengan 'tenggat bebaskan'")
      case .notAhead(let date):
        .usage(
          "\(date.indonesian) tidak sesudah hari ini", fix: "sebut tanggal yang akan datang")
      case .notReminded(let subject, let status):
        .usage(
          "\(subject) tidak diingatkan (\(Words.status(status)))",
          fix: "tidak ada yang perlu ditunda")
      }
  }
}
