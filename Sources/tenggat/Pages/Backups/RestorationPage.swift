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
    console.outcome(
      BackupText.restoration(
        to: folder.string, made: outcome.stamp.made, files: outcome.files,
        questions: outcome.questions, original: outcome.original?.string,
        isProved: outcome.isProved))
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
