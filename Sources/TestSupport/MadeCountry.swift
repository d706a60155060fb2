internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Testing
public import Workspace

/// A workspace of so many kecamatan that two threads count them, with random ledgers: submissions, returns,
/// acceptances, exemptions, extensions, voided rows, late entries and terms of office in any order.
public struct MadeCountry {
  private let founded: FoundedWorkspace
  /// The workspace, as it was opened.
  public let workspace: Workspace

  /// How many kecamatan it has, of two desa each.
  public static let size = 70

  /// The folder of the workspace, as long as this value is kept.
  public var path: String { founded.folder.path }

  /// Makes the workspace, the same for the same seed.
  ///
  /// - Parameters:
  ///   - seed: What all random choices come from.
  ///   - deciding: Which submission decides, as `kantor.yaml` has it under `dihitung`.
  /// - Throws: What the workspace or the system throws.
  public init(seed: UInt64, deciding: String) throws {
    let codes = (1...MadeCountry.size).map { "91.99.\($0 < 10 ? "0" : "")\($0)" }
    let rows = codes.flatMap { ["\($0),Contoh \($0)", "\($0).2001,Hulu", "\($0).2002,Hilir"] }
    founded = try FoundedWorkspace("91.99.01", table: FoundedWorkspace.madeUp)
    try founded.folder.write(
      (["kode,nama", "91,Papua", "91.99,Kabupaten Karangan"] + rows).joined(separator: "\n")
        + "\n", to: "wilayah.csv")
    try founded.change("kantor.yaml", "# dihitung: pertama ", to: "dihitung: \(deciding) # ")
    let workspace = try founded.open()
    self.workspace = workspace
    var random = SplitMix64(seed: seed)
    for kecamatan in workspace.kecamatan { try MadeCountry.fill(kecamatan, workspace, &random) }
  }

  /// Writes a random ledger.
  private static func fill(
    _ kecamatan: Kecamatan, _ workspace: Workspace, _ random: inout SplitMix64
  ) throws {
    let desk = try workspace.desk(of: kecamatan)
    let duties = try desk.plan(2026...2026, asOf: day("2026-12-31")).dated
    let start = try day("2026-01-01")
    let kinds: [LedgerEvent.Kind] = [
      .submitted, .submitted, .submitted, .submitted, .returned, .accepted, .exempted, .extended,
      .voided, .fact,
    ]
    var entries: [LedgerEntry] = []
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let duty = duties[Int.random(in: 0..<duties.count, using: &random)]
      let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
      let received = start.adding(days: Int.random(in: 0...330, using: &random))
      var entry = LedgerEntry(
        kind: kind, unit: duty.id.unit, subject: desk.calendar.codes[duty.id.report],
        period: duty.id.period.description,
        date: received.adding(days: -Int.random(in: 0...9, using: &random)), received: received,
        recorder: "operator")
      switch kind {
      case .extended: entry.date = received.adding(days: Int.random(in: 0...60, using: &random))
      case .fact:
        guard let village = kecamatan.villages.first else { continue }
        (entry.unit, entry.subject, entry.period) = (village.code, "pelantikan-kades", "")
      case .voided:
        guard let place = entries.indices.randomElement(using: &random),
          entries[place].kind != .voided
        else { continue }
        let voided = entries[place]
        (entry.unit, entry.subject, entry.period) = (voided.unit, voided.subject, voided.period)
        (entry.date, entry.received, entry.note) = (nil, nil, "#\(place + 1) salah catat")
      default: break
      }
      entries.append(entry)
    }
    guard !entries.isEmpty else { return }
    // One after the other on the days of a year's end, so that none is received after its record.
    let half = entries.count / 2
    for (part, instant) in [
      (entries[..<half], "2026-12-01T08:00:00+09:00"),
      (entries[half...], "2026-12-20T08:00:00+09:00"),
    ] where !part.isEmpty {
      try workspace.ledgers.append(
        Array(part), to: kecamatan.code, at: try #require(ClockReading(instant)))
    }
  }
}
