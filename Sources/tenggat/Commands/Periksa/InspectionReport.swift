internal import CivilCalendar
internal import ComplianceModel
internal import Inspection
internal import PlainText
internal import Wording

/// What `periksa` says of what its checks found: every fault, and the remarks that nobody has seen yet.
struct InspectionReport {
  private let results: [CheckResult]
  /// When each finding of each check was marked as seen.
  private let days: [[CivilDate?]]
  private let counts: InspectionCounts
  private let showsAll: Bool
  private let isOneCheck: Bool

  /// Remarks from which on the way to mark them is named.
  private static let manyRemarks = 10

  init(_ results: [CheckResult], seen: SeenRemarks, showsAll: Bool, isOneCheck: Bool) {
    self.results = results
    days = results.map { seen.days(of: $0.findings) }
    counts = InspectionCounts(results, seenOn: days)
    self.showsAll = showsAll
    self.isOneCheck = isOneCheck
  }

  /// How many faults were found.
  var faults: Int { counts.faults }

  /// The report for people.
  func tell(_ console: inout Console, with teller: inout FaultTeller) {
    for (result, days) in zip(results, days) {
      let findings = zip(result.findings, days).filter { showsAll || $1 == nil }.map(\.0)
      Periksa.tell(
        findings, all: showsAll ? nil : "tenggat periksa \(result.check.name) --semua",
        with: &teller)
    }
    if counts.seen > 0, !showsAll {
      console.line(
        "\(counts.seen.indonesian) peringatan yang sudah dilihat; --semua menampilkannya")
    }
    let only = isOneCheck ? results.map(\.check.name).joined(separator: ", ") : nil
    console.line(counts.sentence(only: only), counts.faults > 0 ? .bad : .good)
    if counts.new >= InspectionReport.manyRemarks {
      console.line("Peringatan yang dibiarkan dapat ditandai: tenggat periksa --tandai-dilihat")
    }
  }

  /// The report for programs.
  var json: JSONValue {
    [
      "galat": .integer(counts.faults), "peringatan": .integer(counts.remarks),
      "sudah_dilihat": .integer(counts.seen),
      "pemeriksaan": .array(
        zip(results, days).map { result, days in
          [
            "nama": .string(result.check.name),
            "temuan": Periksa.json(result.findings, seenOn: days),
          ]
        }),
    ]
  }
}
