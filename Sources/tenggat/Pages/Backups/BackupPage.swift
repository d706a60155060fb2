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
    let stamp = outcome.stamp
    console.outcome(
      BackupText.outcome(
        BackupText.Made(
          at: outcome.path.string,
          contents: stamp.contents.map { ($0.files, $0.bytes, $0.rows) },
          isProved: outcome.isProved, isFaithful: outcome.isFaithful, secrets: outcome.secrets,
          isExposed: outcome.findings.contains { $0.code == BackupProblem.exposed.rawValue },
          removed: outcome.removed)))
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
