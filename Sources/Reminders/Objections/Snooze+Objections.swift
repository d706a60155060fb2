internal import CivilCalendar
internal import ComplianceModel
package import Wording

extension Snooze.Refused: Objecting {
  /// Why reminders are not put off.
  package var objections: [Objection] {
    switch self {
    case .noReason:
      [
        Objection(
          .request, "penundaan perlu alasan", fix: "tambahkan \(do: .write(.note))", field: .note)
      ]
    case .tooFar(let date):
      [
        Objection(
          .request, "\(date.indonesian) lebih dari setahun lagi",
          fix: "sebut tanggal dalam setahun; yang tidak wajib dibebaskan dengan '\(do: .exempt)'")
      ]
    case .notAhead(let date):
      [
        Objection(
          .request, "\(date.indonesian) tidak sesudah hari ini",
          fix: "sebut tanggal yang akan datang")
      ]
    case .notReminded(let subject, let status):
      [
        Objection(
          .request, "\(subject) tidak diingatkan (\(Words.status(status)))",
          fix: "tidak ada yang perlu ditunda")
      ]
    }
  }
}
