internal import ComplianceModel
package import Wording

extension Crontab.Failure: Objecting {
  /// Why a crontab was not read or written.
  package var objections: [Objection] {
    switch self {
    case .noProgram(let work):
      [
        Objection(
          .missing, "program crontab tidak ada di mesin ini",
          fix: "pasang cron, atau pakai systemd: \(do: work.installation)")
      ]
    case .notUTF8:
      [
        Objection(
          .data, "crontab berisi teks yang bukan UTF-8",
          fix: "crontab tidak berubah; salin barisnya dengan 'crontab -e'")
      ]
    case .failed(let isWriting, let complaint):
      [
        Objection(
          .storage,
          """
          crontab tidak dapat \(isWriting ? "ditulis" : "dibaca") \
          (\(complaint.split(separator: "\n").first.map(String.init) ?? "tanpa pesan"))
          """, fix: "crontab tidak berubah; periksa dengan 'crontab -l'")
      ]
    }
  }
}

extension CrontabText.OpenBlock: Objecting {
  /// Why a crontab is not changed.
  package var objections: [Objection] {
    [
      Objection(
        .data, "baris \(line) crontab membuka bagian tenggat yang tidak ada akhirnya",
        fix: "crontab tidak berubah; hapus bagian itu dengan 'crontab -e', lalu ulangi")
    ]
  }
}

extension DailyWork {
  /// What shows how it is run every day.
  fileprivate var installation: RemedyAction {
    switch self {
    case .reminders: .installReminders
    case .backup: .installBackups
    }
  }
}
