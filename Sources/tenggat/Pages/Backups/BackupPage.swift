internal import Backups
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import SystemPackage
internal import Wording

/// What came of a backup.
struct BackupPage {
  let outcome: BackupRun.Outcome

  func print(to console: inout Console) {
    var teller = FaultTeller(workspace: nil)
    Periksa.tell(
      outcome.findings, all: "tenggat periksa --terhadap \(outcome.path) --semua", with: &teller)
    console.line("Dicadangkan: \(outcome.path)")
    if let contents = outcome.stamp.contents {
      console.line(
        "  \(contents.files.indonesian) berkas, \(Words.size(contents.bytes)), "
          + "\(contents.rows.indonesian) baris buku")
    }
    if outcome.isProved {
      console.line("  Terbukti sama dengan ruang kerja, dan rantai bukunya utuh", .good)
    } else {
      console.line("  Tidak terbukti; cadangan terbukti yang lebih lama tetap disimpan", .bad)
      if outcome.isFaithful {
        console.line(
          "  Salinannya sama dengan ruang kerja: yang salah ruang kerja itu sendiri "
            + "(tenggat periksa)")
      }
    }
    let secrets = outcome.secrets.joined(separator: ", ")
    if !outcome.findings.contains(where: { $0.code == BackupProblem.exposed.rawValue }) {
      console.line(
        "  Hanya untuk pemiliknya (folder 0700, berkas 0600)"
          + (secrets.isEmpty ? "" : "; memuat \(secrets)"))
    } else if !secrets.isEmpty {
      console.line("  Memuat \(secrets)", .soon)
    }
    for name in outcome.removed { console.line("  Dihapus, lebih lama: \(name)") }
  }

  var json: JSONValue {
    [
      "cadangan": .string(outcome.path.string),
      "dibuat": .string(outcome.stamp.made.description),
      "berkas": JSONValue(outcome.stamp.contents?.files),
      "byte": JSONValue(outcome.stamp.contents.map { Int($0.bytes) }),
      "baris": JSONValue(outcome.stamp.contents?.rows),
      "terbukti": .boolean(outcome.isProved),
      "sama": .boolean(outcome.isFaithful),
      "rahasia": .array(outcome.secrets.map(JSONValue.string)),
      "dihapus": .array(outcome.removed.map(JSONValue.string)),
      "temuan": Periksa.json(outcome.findings),
    ]
  }
}
