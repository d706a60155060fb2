internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import SystemPackage

/// What `mulai` was told of a workspace; `nil` for what was left open.
struct FoundingPlan {
  /// The code or the name of a kecamatan, or the code of what has many.
  var region: String?
  var folder: String?
  var regionTable: String?
  var calendar: String?
  var week: WeekLength?
  var start: FirstWatchedDay?
  var officers: [OfficerLine] = []

  /// The workspace that is asked for.
  ///
  /// - Throws: A ``CommandFailure`` where it is not said of which kecamatan.
  func request() throws -> FoundWorkspace {
    guard let region else {
      throw CommandFailure.usage(
        "kecamatannya belum ditulis",
        fix: "tulis kode atau namanya, misalnya tenggat mulai 63.05.12 hatungun")
    }
    return FoundWorkspace(
      region, regionTable: regionTable.map { FilePath($0) }, calendar: calendar,
      watchedSince: start?.text, workingDays: (week ?? .five).days, officers: officers)
  }

  /// The command that makes the same workspace and asks nothing.
  var command: String {
    let officers = officers.map {
      ("--pejabat", OfficerText($0).written)
    }
    let options =
      [
        ("--wilayah", regionTable), ("--kalender", calendar), ("--hari-kerja", week?.rawValue),
        ("--sejak", start?.text),
      ].compactMap { name, value in value.map { (name, $0) } } + officers
    let words =
      [region, folder].compactMap(\.self).map(\.shellWord)
      + options.flatMap { [$0.0, $0.1.shellWord] }
    return (["tenggat mulai"] + words + ["--tanpa-tanya"]).joined(separator: " ")
  }
}
