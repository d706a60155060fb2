internal import Backups
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import SystemPackage
internal import Wording

/// What came of bringing a backup back.
struct RestorationPage {
  let outcome: Restoration.Outcome
  let folder: FilePath

  func print(to console: inout Console) {
    var teller = FaultTeller(workspace: nil)
    Periksa.tell(outcome.findings, all: nil, with: &teller)
    let made = outcome.stamp.made
    console.line(
      "Dipulihkan ke \(folder): \(outcome.files.indonesian) berkas dari cadangan "
        + "\(made.date.indonesian) pukul \(TimeOfDay(made).indonesian)")
    if outcome.questions > 0 {
      console.line(
        "  \(outcome.questions.indonesian) pertanyaan (jadwal, desa, kepatuhan, IKU, riwayat, "
          + "kewajiban) ditanyakan kepada keduanya")
    }
    if let original = outcome.original {
      console.line("  Dibandingkan juga dengan ruang kerja \(original)")
    }
    if outcome.isProved {
      console.line("  Terbukti: semua berkas, rantai, dan jawaban sama dengan cadangannya", .good)
    } else {
      console.line("  Tidak terbukti; lihat galatnya di atas", .bad)
    }
    console.line(
      "  Hanya untuk Anda (folder 0700, berkas 0600), bila penyimpanannya mengenal izin berkas")
  }

  var json: JSONValue {
    [
      "folder": .string(folder.string),
      "cadangan_dibuat": .string(outcome.stamp.made.description),
      "berkas": .integer(outcome.files), "pertanyaan": .integer(outcome.questions),
      "ruang_kerja": JSONValue(outcome.original?.string),
      "terbukti": .boolean(outcome.isProved), "temuan": Periksa.json(outcome.findings),
    ]
  }
}
